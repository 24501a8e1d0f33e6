using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// Tests of bats (<c>@test "title" {</c>) are no Bash. The parser sees each as a function of the same length,
/// so that every offset holds; what is read back is the text as written.
/// </summary>
internal static partial class BatsTests
{
    private const string Extension = ".bats";

    /// <summary>Whether the file may hold such tests.</summary>
    public static bool Applies(SourceFile file) => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text to parse: of the same length, tests written as functions.</summary>
    public static string Mask(string text) => Head().Replace(text, match =>
    {
        int name = match.Length - "(){".Length;
        return string.Concat(new string('t', name), "(){");
    });

    /// <summary>Makes the title the name of each test.</summary>
    public static void NameByTitle(string text, FileFacts facts)
    {
        foreach (Entry entry in facts.Entries.Values)
        {
            if (text.AsSpan(entry.Start).StartsWith("@test", StringComparison.Ordinal) && Head().Match(text, entry.Start) is { Success: true } head && head.Index == entry.Start)
            {
                Group title = head.Groups["title"];
                entry.Name = new Stretch(title.Index, title.Index + title.Length);
            }
        }
    }

    [GeneratedRegex(@"(?<=^[ \t]{0,99})@test[ \t]{1,99}(?<quote>[""'])(?<title>[^\r\n]{1,999}?)\k<quote>[ \t]{0,99}\{(?=[ \t]{0,99}(\r?$|\S))", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Head();
}
