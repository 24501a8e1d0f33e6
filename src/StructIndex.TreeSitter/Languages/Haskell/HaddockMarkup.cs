using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Documentation in Haddock's markup, as plain text.</summary>
internal static partial class HaddockMarkup
{
    /// <summary>The text without marks.</summary>
    /// <param name="text">Documentation without comment marks.</param>
    public static string ToText(string text) => Mark().Replace(text, "${text}");

    // 'name', @code@, and a line "@since 1.0"
    [GeneratedRegex(@"(?<![\w'])'(?<text>[\w.']{0,400}\w'{0,9})'(?![\w'])|@(?!since\b)(?<text>[^@\n]{1,999})@|^[ \t]{0,99}@since\b.*$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Mark();
}
