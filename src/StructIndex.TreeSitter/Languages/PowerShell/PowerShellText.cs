using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Hides the patterns that select the branches of a <c>switch</c>: the grammar reads them as words, and breaks off at their parentheses.</summary>
internal static partial class PowerShellText
{
    /// <summary>The text to parse: of the same length.</summary>
    public static string Mask(string text) => Pattern().Replace(text, static match => new string('x', match.Length));

    [GeneratedRegex("""(?<=^[ \t]{0,99}")[^"\r\n]{1,400}(?="[ \t]{0,99}\{)""", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Pattern();
}
