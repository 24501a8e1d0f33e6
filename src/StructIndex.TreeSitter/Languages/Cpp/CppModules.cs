using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// Hides what the grammar of C++ does not know of C++20 and 23 and would lose the code around: lines of modules, the word <c>export</c>, and
/// <c>this</c> before the parameter of a function that deduces its object.
/// </summary>
internal static partial class CppModules
{
    /// <summary>The text to parse: of the same length.</summary>
    public static string Mask(string text)
    {
        if (!text.Contains("module", StringComparison.Ordinal) && !text.Contains("import ", StringComparison.Ordinal) && !text.Contains("export ", StringComparison.Ordinal) && !text.Contains("(this ", StringComparison.Ordinal))
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

    [GeneratedRegex("""(?<=^[ \t]{0,99})((export[ \t]{1,99})?(module|import)\b[^\r\n;{}()=]{0,400};|export(?=[ \t]{1,99}\w))|(?<=\()this(?=[ \t]{1,99}[\w:]{1,400}[ \t&])""", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Hidden();
}
