using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Finds the language of a file by its text where languages share an extension.</summary>
internal static class SharedExtensions
{
    private static readonly FrozenDictionary<string, Sharer[]> s_sharers = LanguageFiles.All
        .SelectMany(files => files.Sharing)
        .GroupBy(share => share.Extension, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(
            shares => shares.Key,
            shares => shares.Select(share => new Sharer(share.Language, new Lazy<Regex>(() => Compile(share.Pattern)), share.FirstLine)).ToArray(),
            StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (string Language, string[] Languages)> s_unions = LanguageFiles.All
        .SelectMany(files => files.Uniting.Select(union => (union.Extension, files.Language, union.Languages)))
        .ToFrozenDictionary(union => union.Extension, union => (union.Language, union.Languages), StringComparer.OrdinalIgnoreCase);

    /// <summary>The language that the text shows, where others share the extension; otherwise <paramref name="language"/>.</summary>
    /// <param name="language">The language by the file's name.</param>
    /// <param name="name">File name.</param>
    /// <param name="text">The text; may be empty.</param>
    public static string Refine(string language, ReadOnlySpan<char> name, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> extension = name[(name.LastIndexOf('.') + 1)..];
        if (!s_sharers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(extension, out Sharer[]? sharers))
        {
            return language;
        }

        string? shown = ShownBy(text, sharers);
        if (shown is not null && s_unions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(extension, out (string Language, string[] Languages) union) && union.Languages.Contains(shown))
        {
            Sharer[] others = [.. sharers.Where(sharer => sharer.Language != shown && union.Languages.Contains(sharer.Language))];
            return ShownBy(text, others) is null ? shown : union.Language;
        }

        return shown ?? language;
    }

    private static string? ShownBy(ReadOnlySpan<char> text, Sharer[] sharers)
    {
        bool inComment = false, isFirst = true;
        foreach (ReadOnlySpan<char> raw in text.EnumerateLines())
        {
            ReadOnlySpan<char> line = Code(raw, ref inComment).TrimStart();
            if (line.IsEmpty)
            {
                continue;
            }

            bool mayFollow = false;
            foreach (Sharer sharer in sharers)
            {
                mayFollow |= !sharer.FirstLine;
                if ((isFirst || !sharer.FirstLine) && sharer.Pattern.Value.IsMatch(line))
                {
                    return sharer.Language;
                }
            }

            if (!mayFollow)
            {
                return null;
            }

            isFirst = false;
        }

        return null;
    }

    /// <summary>
    /// The part of a line before any comment. Code between two block comments of one line is passed over: one hit elsewhere is enough.
    /// </summary>
    private static ReadOnlySpan<char> Code(ReadOnlySpan<char> line, ref bool inComment)
    {
        if (inComment)
        {
            int end = line.IndexOf("*/");
            if (end < 0)
            {
                return [];
            }

            inComment = false;
            line = line[(end + 2)..];
        }

        int slash = line.IndexOf("//");
        int block = line.IndexOf("/*");
        if (block >= 0 && (slash < 0 || block < slash))
        {
            inComment = !line[(block + 2)..].Contains("*/", StringComparison.Ordinal);
            return line[..block];
        }

        return slash < 0 ? line : line[..slash];
    }

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    private sealed record Sharer(string Language, Lazy<Regex> Pattern, bool FirstLine);
}
