using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Hides the lines of conditions, which the grammar of Make takes into the recipe above them with all that follows.</summary>
internal static partial class MakeText
{
    /// <summary>The text to parse: of the same length, with both branches of each condition.</summary>
    public static string Mask(string text)
    {
        char[]? masked = null;
        foreach (ValueMatch match in Condition().EnumerateMatches(text))
        {
            masked ??= text.ToCharArray();
            masked.AsSpan(match.Index, match.Length).Fill(' ');
        }

        return masked is null ? text : new string(masked);
    }

    [GeneratedRegex(@"^ {0,99}(ifeq|ifneq|ifdef|ifndef|else|endif)\b[^\r\n]{0,9999}", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Condition();
}
