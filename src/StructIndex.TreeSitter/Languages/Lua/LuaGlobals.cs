using System.Buffers;

namespace StructIndex;

/// <summary>
/// Names that a Lua file uses and does not declare: <c>vim</c>, <c>string</c>. What is asked of them is of the host or the standard
/// library.
/// </summary>
internal static class LuaGlobals
{
    private static readonly SearchValues<char> s_wordEnds = SearchValues.Create(" \t\r\n.,:;=()[]{}+-*/%^#<>~\"'");

    /// <summary>Whether no line of a file makes a name a variable, a parameter, the variable of a loop, or assigns to it.</summary>
    public static bool IsUndeclared(string text, string name)
    {
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            bool isWord = (at == 0 || s_wordEnds.Contains(text[at - 1])) && (end == text.Length || s_wordEnds.Contains(text[end]));
            if (isWord && Declares(text, at, end))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Declares(string text, int at, int end)
    {
        int start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        ReadOnlySpan<char> before = text.AsSpan(start, at - start);
        ReadOnlySpan<char> after = text.AsSpan(end).TrimStart(" \t");
        bool isMember = before is [.., '.' or ':'];
        bool isAssigned = !isMember && after is ['=', not '=', ..] or ['='];
        ReadOnlySpan<char> open = before[(before.LastIndexOfAny('=', ')') + 1)..];
        bool isBound = open.Contains("local ", StringComparison.Ordinal) || open.Contains("for ", StringComparison.Ordinal)
            || (open.LastIndexOf("function", StringComparison.Ordinal) is >= 0 and var function && (open[function..].Contains('(') || after is ['.' or ':' or '(', ..]));
        return isAssigned || (!isMember && isBound);
    }
}
