using System.Buffers;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// Hides words of Swift 6 that its grammar does not know: types of errors, parameter packs, ownership, <c>isolated deinit</c>; and makes names of
/// what it takes for none: numbers that are arguments of types (<c>InlineArray&lt;3, Int&gt;</c>) and macros that begin with an underscore.
/// </summary>
internal static partial class SwiftText
{
    private static readonly SearchValues<string> s_words = SearchValues.Create(["throws(", "isolated", "each ", "sending ", "consuming ", "borrowing ", "#_", .. Enumerable.Range(0, 10).Select(digit => $"<{digit}")], StringComparison.Ordinal);

    /// <summary>The text to parse: of the same length.</summary>
    public static string Mask(string text)
    {
        if (!text.AsSpan().ContainsAny(s_words))
        {
            return text;
        }

        char[]? masked = null;
        Overwrite(Hidden(), ' ');
        Overwrite(Unnamed(), 'x');
        return masked is null ? text : new string(masked);

        void Overwrite(Regex pattern, char with)
        {
            foreach (ValueMatch match in pattern.EnumerateMatches(text))
            {
                masked ??= text.ToCharArray();
                masked.AsSpan(match.Index, match.Length).Fill(with);
            }
        }
    }

    [GeneratedRegex("""(?<=\bthrows)\([\w.]{1,400}\)|(?<=\bnonisolated)\(\w{1,400}\)|\b(repeat[ \t]{1,99})?each[ \t]{1,99}(?=[A-Z])|(?<=[:>][ \t]{0,99}(inout[ \t]{1,99})?)(sending|consuming|borrowing|isolated)(?=[ \t]{1,99}\w)|\b(borrowing|consuming)(?=[ \t]{1,99}func\b)|\b(isolated|nonisolated)(?=[ \t]{1,99}deinit\b)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Hidden();

    [GeneratedRegex("""(?<=#)_(?=[a-z])|(?<=\b[A-Z]\w{0,99}<)\d{1,9}(?=[,>])""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Unnamed();
}
