using System.Buffers;

namespace StructIndex;

/// <summary>Names for stretches of prose and data: their heading, key, table or selector.</summary>
internal static class ModuleNames
{
    private const int MaxLength = 80;
    private static readonly SearchValues<char> s_stops = SearchValues.Create(":={(>]");
    private static readonly HashSet<string> s_structured =
        ["markdown", "text", "yaml", "toml", "json", "ini", "xml", "html", "css", "sql", "graphql", "protobuf"];

    /// <summary>Whether files of the language have headings or keys that name their parts.</summary>
    public static bool HasHeadings(string language) => s_structured.Contains(language);

    /// <summary>The name of a whole file: its name without the extension.</summary>
    public static string OfFile(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        return name.Length > 0 ? name : Path.GetFileName(path);
    }

    /// <summary>The heading, key or selector that begins at an offset; null when there are no letters in it.</summary>
    public static string? At(SourceFile file, int offset)
    {
        ReadOnlySpan<char> line = file.Text.AsSpan(offset);
        int end = line.IndexOfAny('\r', '\n');
        line = (end < 0 ? line : line[..end]).Trim().TrimStart("#=-*[{\"'<!").Trim();
        if (file.Language is not ("markdown" or "text"))
        {
            int stop = line.IndexOfAny(s_stops);
            line = stop > 0 ? line[..stop] : line;
        }

        line = (line.Length > MaxLength ? line[..MaxLength] : line).TrimEnd(" \t#\"'");
        foreach (char c in line)
        {
            if (char.IsLetterOrDigit(c))
            {
                return line.ToString();
            }
        }

        return null;
    }
}
