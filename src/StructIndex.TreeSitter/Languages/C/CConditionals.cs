namespace StructIndex;

/// <summary>
/// Hides the later branches of an <c>#if</c> of C whose branches do not close what they open (<c>#if A if (x) { #else if (y) { #endif</c>):
/// the parser reads all branches one after the other and would lose the function around them. The same where a branch ends in the middle of
/// a list or an expression. Balanced branches stay, and what is in all of them is found.
/// </summary>
internal static class CConditionals
{
    /// <summary>Conditionals nested deeper than this are left as they are.</summary>
    private const int MaxDepth = 100;

    /// <summary>Blanks what has to be hidden; the array is made at the first of it.</summary>
    public static void Mask(ReadOnlySpan<char> text, ref char[]? masked, CancellationToken cancellationToken = default)
    {
        Stack<Group> open = new();
        Balance balance = default;
        int at = 0;
        bool continues = false;
        while (at < text.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int length = text[at..].IndexOf('\n');
            int next = length < 0 ? text.Length : at + length + 1;
            ReadOnlySpan<char> line = text[at..next];
            ReadOnlySpan<char> directive = balance.InComment || continues ? default : Directive(line);
            if (directive.StartsWith("if", StringComparison.Ordinal) && open.Count < MaxDepth)
            {
                open.Push(new Group(at, balance));
            }
            else if (open.Count > 0 && (directive.StartsWith("el", StringComparison.Ordinal) || directive.StartsWith("endif", StringComparison.Ordinal)))
            {
                Group group = open.Peek();
                group.Close(at, balance);
                if (directive[1] == 'l')
                {
                    balance = group.Start;
                }
                else
                {
                    open.Pop();
                    balance = Finish(group, next, ref masked, text);
                }
            }
            else if (directive.IsEmpty && !continues)
            {
                balance.Add(line);
            }

            if (!directive.IsEmpty && line.IndexOf("/*", StringComparison.Ordinal) is >= 0 and var comment)
            {
                balance.Add(line[comment..]);
            }

            // A directive goes on after a backslash, and its braces are not the program's.
            continues = (continues || !directive.IsEmpty) && line.TrimEnd() is [.., '\\'];
            at = next;
        }
    }

    /// <summary>The name of a preprocessor directive; empty for other lines.</summary>
    private static ReadOnlySpan<char> Directive(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        return line is ['#', ..] ? line[1..].TrimStart(" \t") : default;
    }

    private static Balance Finish(Group group, int end, ref char[]? masked, ReadOnlySpan<char> text)
    {
        Branch first = group.Branches[0];
        bool isOpen = first.After.Signs > group.Start.Signs && first.After.Last is ',' or '(' or '|' or '&' or '?' or '"';
        if (!isOpen && group.Branches.TrueForAll(branch => branch.Net == group.Start.Depth))
        {
            return first.After;
        }

        masked ??= text.ToArray();
        BlankLine(masked, group.Offset);
        for (int i = first.End; i < end; i++)
        {
            masked[i] = masked[i] is '\n' or '\r' ? masked[i] : ' ';
        }

        return first.After;
    }

    private static void BlankLine(char[] text, int at)
    {
        for (; at < text.Length && text[at] is not ('\n' or '\r'); at++)
        {
            text[at] = ' ';
        }
    }

    private readonly record struct Branch(int End, int Net, Balance After);

    private sealed class Group(int offset, Balance start)
    {
        public int Offset { get; } = offset;

        public Balance Start { get; } = start;

        public List<Branch> Branches { get; } = [];

        public void Close(int end, Balance balance) => Branches.Add(new Branch(end, balance.Depth, balance));
    }

    /// <summary>How many braces and parentheses are open; strings and comments do not count.</summary>
    private struct Balance
    {
        public int Depth { get; private set; }

        public bool InComment { get; private set; }

        /// <summary>Signs outside comments.</summary>
        public int Signs { get; private set; }

        /// <summary>The last of them but blanks.</summary>
        public char Last { get; private set; }

        public void Add(ReadOnlySpan<char> line)
        {
            char quote = '\0';
            for (int i = 0; i < line.Length; i++)
            {
                char c = line[i];
                char following = i + 1 < line.Length ? line[i + 1] : '\0';
                if (InComment)
                {
                    InComment = !(c == '*' && following == '/');
                    i += InComment ? 0 : 1;
                }
                else if (quote != '\0')
                {
                    (Signs, Last) = (Signs + 1, c);
                    i += c == '\\' ? 1 : 0;
                    quote = c == quote ? '\0' : quote;
                }
                else if (c == '/' && following == '/')
                {
                    return;
                }
                else if (c == '/' && following == '*')
                {
                    InComment = true;
                    i++;
                }
                else if (char.IsWhiteSpace(c))
                {
                    continue;
                }
                else if (c is '"' or '\'' && !(c == '\'' && i > 0 && char.IsAsciiHexDigit(line[i - 1])))
                {
                    quote = c;
                }
                else
                {
                    (Signs, Last) = (Signs + 1, c);

                    // A parenthesis and a brace weigh apart, so that "(" in one branch does not pay for "}" in another.
                    Depth += c switch { '{' => 1000, '}' => -1000, '(' => 1, ')' => -1, _ => 0 };
                }
            }
        }
    }
}
