using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Calls in the bodies of macros, which the parser reads as text alone.</summary>
internal static partial class MacroCalls
{
    /// <summary>Words before a parenthesis that call nothing.</summary>
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal) { "if", "for", "while", "switch", "return", "sizeof", "defined", "do", "typeof", "__typeof__", "__attribute__", "alignof" };

    /// <summary>Adds what macros call: names before a parenthesis that are no parameter of the macro and no part of a pasted name.</summary>
    public static void Add(string text, FileFacts facts)
    {
        foreach (Entry macro in facts.Entries.Values.Where(entry => entry.Kind == UnitKind.Macro && !entry.Body.IsNone))
        {
            HashSet<string> parameters = [.. WordPattern().Matches(text[macro.Name.End..macro.Body.Start]).Select(word => word.Value)];
            ReadOnlySpan<char> body = macro.Body.In(text);
            foreach (ValueMatch call in CallPattern().EnumerateMatches(body))
            {
                string name = body.Slice(call.Index, call.Length).ToString();
                if (!s_words.Contains(name) && !parameters.Contains(name) && !macro.Name.In(text).SequenceEqual(name))
                {
                    int start = macro.Body.Start + call.Index;
                    facts.Uses.Add(new Use(CaptureRole.Call, start, start + call.Length, Pattern: 0, Stretch.None));
                }
            }
        }
    }

    [GeneratedRegex("""\w+""", RegexOptions.None, 1000)]
    private static partial Regex WordPattern();

    [GeneratedRegex("""(?<![\w#.>]|#[ \t])[A-Za-z_]\w*(?=[ \t]*\()""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CallPattern();
}
