using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// Files of Flow, which <c>@flow</c> in their first comment marks: what TypeScript writes otherwise, or not at all, is hidden, and the rest is
/// read as TypeScript.
/// </summary>
internal static partial class FlowText
{
    /// <summary>The mark is in the first comment.</summary>
    private const int Head = 1000;

    /// <summary>Whether a file has the mark.</summary>
    public static bool IsFlow(string text) => text.AsSpan(0, Math.Min(text.Length, Head)).Contains("@flow", StringComparison.Ordinal);

    /// <summary>The text to parse: of the same length.</summary>
    public static string Mask(string text)
    {
        char[] masked = text.ToCharArray();
        foreach (ValueMatch match in Hidden().EnumerateMatches(text))
        {
            masked.AsSpan(match.Index, match.Length).Fill(' ');
        }

        return new string(masked);
    }

    // Bars of exact objects, "opaque", "typeof" of imports, the sign of a maybe type, signs of variance, and the type of a cast.
    [GeneratedRegex("""(?<=\{)\||\|(?=\})|\bopaque(?=[ \t]{1,99}type\b)|(?<=\bimport[ \t]{1,99})typeof\b|%checks\b|(?<=[:<,(|&=][ \t]{0,99})\?(?=[\w({\[])|(?<=[{;,|]\s{0,400})[+-](?=\w{1,400}\??[ \t]{0,99}:)|(?<=(=|\(|,|=>|\breturn)[ \t]{0,99}\([\w.]{1,400})[ \t]{0,99}:[ \t]{0,99}[\w.$<>|?*\[\]{} ]{1,400}(?=\)(?![ \t]{0,99}(=>|:|\{)))""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Hidden();
}
