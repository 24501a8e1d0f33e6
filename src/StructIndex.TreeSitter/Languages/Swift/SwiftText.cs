using System.Buffers;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Hides words of Swift 6 that its grammar does not know: types of errors, parameter packs, ownership, <c>isolated deinit</c>.</summary>
internal static partial class SwiftText
{
    private static readonly SearchValues<string> s_words = SearchValues.Create(["throws(", "isolated", "each ", "sending ", "consuming ", "borrowing "], StringComparison.Ordinal);

    /// <summary>The text to parse: of the same length.</summary>
    public static string Mask(string text)
    {
        if (!text.AsSpan().ContainsAny(s_words))
        {
            return text;
        }

        char[]? masked = null;
        foreach (ValueMatch match in Hidden().EnumerateMatches(text))
        {
            masked ??= text.ToCharArray();
            masked.AsSpan(match.Index, match.Length).Fill(' ');
        }

        return masked is null ? text : new string(masked);
    }

    [GeneratedRegex("""(?<=\bthrows)\([\w.]+\)|(?<=\bnonisolated)\(\w+\)|\b(repeat[ \t]+)?each[ \t]+(?=[A-Z])|(?<=[:>][ \t]*(inout[ \t]+)?)(sending|consuming|borrowing|isolated)(?=[ \t]+\w)|\b(borrowing|consuming)(?=[ \t]+func\b)|\b(isolated|nonisolated)(?=[ \t]+deinit\b)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();
}
