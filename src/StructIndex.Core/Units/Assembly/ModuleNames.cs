using System.Buffers;

namespace StructIndex;

/// <summary>Names for stretches of prose and data: their heading, key, table or selector.</summary>
internal static class ModuleNames
{
    private const int MaxLength = 80;
    private static readonly SearchValues<char> s_stops = SearchValues.Create(":={(>]");

    /// <summary>
    /// The heading, key or selector that begins at an offset; null when there are no letters in it, or the language has none.
    /// </summary>
    public static string? At(ParsedFile file, int offset)
    {
        if (file.Rules.Sections == SectionNaming.File)
        {
            return null;
        }

        ReadOnlySpan<char> line = file.Source.Text.AsSpan(offset);
        int end = line.IndexOfAny('\r', '\n');
        line = (end < 0 ? line : line[..end]).Trim().TrimStart("#=-*[{\"'<!").Trim();
        if (file.Rules.Sections == SectionNaming.FirstKey)
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
