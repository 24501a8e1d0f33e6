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

    [GeneratedRegex(@"\[(?<text>[^\[\]\n]{1,999})\]\([^()\s]{0,1999}\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Link();

    [GeneratedRegex(@"^[ \t]{0,99}(```|~~~).*$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex CodeFence();

    [GeneratedRegex(@"\n\s{0,999}\n\s{0,999}\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex BlankLines();
}
