using System.Text;

namespace StructIndex;

/// <summary>The <c>charset</c> that <c>.editorconfig</c> states for files which no mark and no UTF-8 says it of.</summary>
internal static class EditorConfig
{
    private const string Name = ".editorconfig";
    private const int MaxBytes = 1 << 16;

    /// <summary>The encoding of a file; null where none is stated, or UTF-8.</summary>
    /// <param name="fullPath">Absolute path of the file.</param>
    /// <param name="root">The folder that is indexed: above it nothing is opened.</param>
    public static Encoding? EncodingOf(string fullPath, string root)
    {
        for (string? folder = Path.GetDirectoryName(fullPath); folder is not null && folder.Length >= root.TrimEnd(Path.DirectorySeparatorChar).Length; folder = Path.GetDirectoryName(folder))
        {
            string config = Path.Combine(folder, Name);
            bool isFile = new FileInfo(config) is { Exists: true, LinkTarget: null };
            string text = isFile ? FileReader.Read(config, Name, MaxBytes, out _) ?? "" : "";
            (string? charset, bool isRoot) = CharsetIn(text, Path.GetRelativePath(folder, fullPath).Replace('\\', '/'));
            if (charset is not null || isRoot)
            {
                return charset is null or "utf-8" or "utf-8-bom" ? null : LegacyEncodings.Named(charset);
            }
        }

        return null;
    }

    /// <summary>What a file of this kind states for a path, and whether it says that none above it counts.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="path">Path relative to its folder.</param>
    public static (string? Charset, bool IsRoot) CharsetIn(string text, string path)
    {
        string? charset = null;
        bool isRoot = false, isMeant = false, isHead = true;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim();
            if (line is ['[', .., ']'])
            {
                (isMeant, isHead) = (IsMatch(line[1..^1].ToString(), path), false);
                continue;
            }

            int equals = line.IndexOf('=');
            if (equals <= 0 || line[0] is '#' or ';')
            {
                continue;
            }

            string key = line[..equals].Trim().ToString().ToLowerInvariant(), value = line[(equals + 1)..].Trim().ToString().ToLowerInvariant();
            isRoot |= isHead && key == "root" && value == "true";
            charset = isMeant && key == "charset" ? value : charset;
        }

        return (charset, isRoot);
    }

    private static bool IsMatch(string pattern, string path)
    {
        try
        {
            return Glob.Parse(pattern).IsMatch(path);
        }
        catch (ArgumentException)
        {
            // A malformed section is for no file, as editors have it.
            return false;
        }
    }
}
