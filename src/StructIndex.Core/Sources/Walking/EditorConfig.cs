using System.Text;

namespace StructIndex;

/// <summary>The <c>charset</c> that <c>.editorconfig</c> states for files which no mark and no UTF-8 says it of.</summary>
internal static class EditorConfig
{
    private const string Name = ".editorconfig";
    private const int MaxBytes = 1 << 16;

    // Up to which length its specification wants sections to be read.
    private const int MaxSection = 1024;

    /// <summary>The encoding of a file; none where none is stated, or UTF-8.</summary>
    /// <param name="fullPath">Absolute path of the file.</param>
    /// <param name="root">The folder that is indexed: above it nothing is opened.</param>
    public static StatedEncoding EncodingOf(string fullPath, string root)
    {
        string? problem = null;
        for (string? folder = Path.GetDirectoryName(fullPath); folder is not null && folder.Length >= root.TrimEnd(Path.DirectorySeparatorChar).Length; folder = Path.GetDirectoryName(folder))
        {
            string config = Path.Combine(folder, Name);
            bool isFile = new FileInfo(config) is { Exists: true, LinkTarget: null };
            FileFailure? failure = null;
            string text = isFile ? FileReader.Read(config, Name, MaxBytes, out failure) ?? "" : "";
            (string? charset, bool isRoot, string? malformed) = CharsetIn(text, Path.GetRelativePath(folder, fullPath).Replace('\\', '/'));
            string shown = Path.GetRelativePath(root, config).Replace('\\', '/');
            problem ??= failure is not null ? $"{shown}: {failure.Message}"
                : malformed is not null ? $"The section [{malformed}] of {shown} is malformed and was passed over."
                : null;
            if (charset is not null || isRoot)
            {
                Encoding? encoding = charset is null or "utf-8" or "utf-8-bom" ? null : LegacyEncodings.Named(charset);
                bool isUnknown = charset is not (null or "utf-8" or "utf-8-bom") && encoding is null;
                return new StatedEncoding(encoding, isUnknown ? $"The charset '{charset}' of {shown} is not known." : problem);
            }
        }

        return new StatedEncoding(null, problem);
    }

    /// <summary>
    /// What a file of this kind states for a path, whether it says that none above it counts, and its first section that is malformed.
    /// </summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="path">Path relative to its folder.</param>
    public static (string? Charset, bool IsRoot, string? Malformed) CharsetIn(string text, string path)
    {
        string? charset = null, malformed = null;
        bool isRoot = false, isMeant = false, isHead = true;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim();
            if (line is ['[', .., ']'])
            {
                string section = line[1..^1].ToString();
                bool? isMatch = IsMatch(section, path);
                malformed ??= isMatch is null ? section : null;
                (isMeant, isHead) = (isMatch is true, false);
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

        return (charset, isRoot, malformed);
    }

    /// <summary>Null for a malformed section, which is for no file, as editors have it.</summary>
    private static bool? IsMatch(string pattern, string path)
    {
        try
        {
            return pattern.Length <= MaxSection ? Glob.Parse(pattern).IsMatch(path) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
