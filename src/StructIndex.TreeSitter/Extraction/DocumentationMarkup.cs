using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// Turns the markup of documentation into plain text: what is particular to the language first, then links and code in the manner of
/// Markdown.
/// </summary>
internal static partial class DocumentationMarkup
{
    /// <summary>The text without marks.</summary>
    /// <param name="text">Documentation without comment marks.</param>
    /// <param name="language">The language it is written in.</param>
    public static string ToText(string text, TreeSitterLanguage language)
    {
        text = language.PlainDocumentation(text);
        text = Link().Replace(text, "${text}");
        text = CodeFence().Replace(text, "");
        text = text.Replace("`", "", StringComparison.Ordinal);
        return BlankLines().Replace(text, "\n\n");
    }

    [GeneratedRegex(@"\[(?<text>[^\[\]\n]+)\]\([^()\s]*\)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"^[ \t]*(```|~~~).*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeFence();

    [GeneratedRegex(@"\n\s*\n\s*\n", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BlankLines();
}
