using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// Hides what the grammar of Make does not know: the lines of conditions, which it takes into the recipe above them with all that follows,
/// what a definition and <c>$(shell ...)</c> hold, and the quotes and parentheses of recipes and values that are not Make's.
/// </summary>
internal static partial class MakeText
{
    private const string Shell = "shell ";

    /// <summary>The text to parse: of the same length, with both branches of each condition.</summary>
    public static string Mask(string text)
    {
        char[] masked = text.ToCharArray();
        foreach (ValueMatch match in Condition().EnumerateMatches(text))
        {
            masked.AsSpan(match.Index, match.Length).Fill(' ');
        }

        int definitions = 0;
        bool isValue = false;
        Stack<bool> references = new();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            int length = text.AsSpan(start).IndexOf('\n');
            end = length < 0 ? text.Length : start + length;
            Span<char> line = masked.AsSpan(start, end - start);
            ReadOnlySpan<char> words = line.TrimStart(' ');
            bool begins = !isValue && words.StartsWith("define ", StringComparison.Ordinal);
            bool ends = definitions > 0 && words.StartsWith("endef", StringComparison.Ordinal);
            if (definitions > (ends ? 1 : 0))
            {
                line.TrimEnd('\r').Fill(' ');
            }
            else if (!begins && !ends)
            {
                int value = isValue || line is ['\t', ..] ? 0 : Value(line);
                isValue = value >= 0;
                if (isValue)
                {
                    HideForeign(line[value..], references);
                }
            }

            definitions += begins ? 1 : ends ? -1 : 0;
            if (isValue && line.TrimEnd() is not [.., '\\'])
            {
                (isValue, references) = (false, new Stack<bool>());
            }
        }

        return new string(masked);
    }

    /// <summary>Where the value begins of a line that assigns one; -1 for other lines.</summary>
    private static int Value(ReadOnlySpan<char> line)
    {
        foreach (ValueMatch match in Assignment().EnumerateMatches(line))
        {
            return match.Length;
        }

        return -1;
    }

    /// <summary>Hides quotes, parentheses that are not those of a reference, and what the shell is asked.</summary>
    /// <param name="value">The value, or a line of it.</param>
    /// <param name="references">For each open parenthesis whether it is one of a reference to be read.</param>
    private static void HideForeign(Span<char> value, Stack<bool> references)
    {
        int shell = int.MaxValue;
        int last = value.TrimEnd("\r\\").Length;
        for (int at = 0; at < last; at++)
        {
            char c = value[at];
            bool isHidden = references.Count >= shell || c is '"' or '\'' or '`';
            if (c is '(' or '{')
            {
                bool isReference = (at - (value[..at].LastIndexOfAnyExcept('$') + 1)) % 2 == 1;
                references.Push(isReference && !isHidden);
                isHidden |= !isReference;
                if (isReference && !isHidden && value[(at + 1)..].StartsWith(Shell))
                {
                    // The grammar wants a command.
                    shell = references.Count;
                    at = Math.Min(last - 1, at + Shell.Length + 1);
                    value[at] = 'x';
                    continue;
                }
            }
            else if (c is ')' or '}')
            {
                bool isRead = references.TryPop(out bool isReference) && isReference;
                shell = references.Count < shell ? int.MaxValue : shell;
                isHidden = !isRead;
            }

            value[at] = isHidden ? ' ' : c;
        }
    }

    [GeneratedRegex(@"^ {0,99}(ifeq|ifneq|ifdef|ifndef|else|endif)\b[^\r\n]{0,9999}", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Condition();

    [GeneratedRegex(@"^ {0,99}((export|override|private) {1,99})?[\w.()${}/-]{1,400}[ \t]{0,99}[:?+!]{0,3}=", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Assignment();
}
