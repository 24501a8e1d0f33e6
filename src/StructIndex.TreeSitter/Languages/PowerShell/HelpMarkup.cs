using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Comment-based help of PowerShell, as plain text.</summary>
internal static partial class HelpMarkup
{
    /// <summary>The text without keywords; a parameter's name stays.</summary>
    /// <param name="text">Documentation without comment marks.</param>
    public static string ToText(string text) => Keyword().Replace(text, match => match.Groups["name"].Length > 0 ? $"{match.Groups["name"].Value}:" : "");

    // .SYNOPSIS, .PARAMETER Name
    [GeneratedRegex(@"^[ \t]{0,99}\.[A-Z]{4,99}[ \t]{0,99}(?<name>\w{0,99})[ \t]{0,99}$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Keyword();
}
