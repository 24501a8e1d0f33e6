using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Documentation in Haddock's markup, as plain text.</summary>
internal static partial class HaddockMarkup
{
    /// <summary>The text without marks.</summary>
    /// <param name="text">Documentation without comment marks.</param>
    public static string ToText(string text) => Mark().Replace(text, "${text}");

    // 'name', @code@, and a line "@since 1.0"
    [GeneratedRegex(@"(?<![\w'])'(?<text>[\w.']*\w'*)'(?![\w'])|@(?!since\b)(?<text>[^@\n]+)@|^[ \t]*@since\b.*$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex Mark();
}
