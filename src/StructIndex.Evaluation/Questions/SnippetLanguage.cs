using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// Guesses the language of snippets that have no path: each language has a line that only it writes (<c>snippet-languages.tsv</c>).
/// </summary>
internal static class SnippetLanguage
{
    private const int Sample = 200;
    private static readonly (string Language, Regex Line)[] s_lines =
    [
        .. DataTable.Rows("snippet-languages.tsv", typeof(SnippetLanguage).Assembly).Select(row => (row[0], new Regex(row[1], RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))),
    ];

    /// <summary>The language that most of the first snippets look like; plain text where none looks like any.</summary>
    public static string Guess(IEnumerable<string> texts)
    {
        string[] sample = [.. texts.Where(text => text.Length > 0).Take(Sample)];
        return s_lines.Select(line => (line.Language, Count: sample.Count(line.Line.IsMatch)))
            .Where(language => language.Count > 0)
            .OrderByDescending(language => language.Count)
            .Select(language => language.Language)
            .FirstOrDefault() ?? LanguageCatalog.PlainText;
    }
}
