namespace StructIndex;

/// <summary>
/// Hides what the grammar of Kotlin does not know and would lose the code around: annotations before a declaration at the top of a file, of
/// which it makes an expression, context parameters, guards of <c>when</c>, functions called <c>suspend</c>, <c>get</c> and <c>set</c> between two operands, and the signs before strings with several dollars. Members
/// of a type that is written on one line get a semicolon.
/// </summary>
internal static class KotlinText
{
    private const string Context = "context";
    private const string Suspend = "suspend";

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_declaring = new HashSet<string>(
        ("public private protected internal open abstract final sealed data enum annotation inner value inline class interface object fun val var typealias companion "
            + "override suspend lateinit const tailrec operator infix external expect actual").Split(' '),
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text to parse: of the same length.</summary>
    public static string Mask(string text)
    {
        List<(Stretch Place, CaptureRole Role)> hidden = Find(text);
        if (hidden.Count == 0)
        {
            return text;
        }

        char[] masked = text.ToCharArray();
        foreach ((Stretch place, CaptureRole role) in hidden)
        {
            switch (role)
            {
                case CaptureRole.Name:
                    masked[place.End - 1] = '_';
                    break;
                case CaptureRole.Body:
                    masked[place.Start] = ';';
                    break;
                case CaptureRole.Pattern:
                    (masked[place.Start], masked[place.Start + 1]) = (',', ' ');
                    break;
                default:
                    foreach (ref char c in masked.AsSpan(place.Start, place.End - place.Start))
                    {
                        c = c is '\r' or '\n' ? c : ' ';
                    }

                    break;
            }
        }

        return new string(masked);
    }

    /// <summary>Gives hidden annotations and context parameters back to the declarations after them.</summary>
    public static void Restore(string text, FileFacts facts) =>
        facts.Trivia.AddRange(Find(text)
            .Where(hidden => hidden.Role is CaptureRole.Attribute or CaptureRole.Leading)
            .Select(hidden => new Trivia(hidden.Role, hidden.Place.Start, hidden.Place.End, 0, Stretch.None)));

    /// <summary>
    /// What is hidden, ascending: annotations as attributes, context parameters as what leads a declaration, names, and guards as patterns.
    /// </summary>
    private static List<(Stretch Place, CaptureRole Role)> Find(string text)
    {
        List<(Stretch Place, CaptureRole Role)> hidden = [];
        KotlinLexer lexer = new(text);
        while (lexer.NextLine(out int start, out int end))
        {
            ReadOnlySpan<char> line = text.AsSpan(start, end - start);
            int indent = line.Length - line.TrimStart(" \t").Length;
            int at = start + indent;
            if (indent == 0 && line is ['@', ..])
            {
                AddAnnotations(text, at, hidden);
            }
            else if (line[indent..].StartsWith(Context, StringComparison.Ordinal) && AfterContext(text, at) is > 0 and var after)
            {
                hidden.Add((new Stretch(at, after), CaptureRole.Leading));
            }

            AddGuard(line, start, hidden);
            AddName(line, start, hidden);
            AddInfix(line, start, hidden);
            AddDollars(text, start, end, hidden);
            AddEnds(line, start, hidden);
        }

        return hidden;
    }

    private static void AddAnnotations(string text, int at, List<(Stretch Place, CaptureRole Role)> hidden)
    {
        List<(Stretch Place, CaptureRole Role)> found = [];
        while (at < text.Length && text[at] == '@' && !text.AsSpan(at).StartsWith("@file:", StringComparison.Ordinal))
        {
            int end = at + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or ':'))
            {
                end++;
            }

            if (end < text.Length && text[end] == '(')
            {
                end = Brackets.Close(text, end) + 1;
            }

            if (end <= at + 1)
            {
                return;
            }

            found.Add((new Stretch(at, end), CaptureRole.Attribute));
            at = SkipBlanks(text, end);
        }

        if (at >= text.Length || text[at] is '\r' or '\n' || s_declaring.Contains(Word(text, at)))
        {
            hidden.AddRange(found);
        }
    }

    /// <summary>The offset after <c>context(...)</c> before a declaration; -1 where it is something else.</summary>
    private static int AfterContext(string text, int at)
    {
        int open = at + Context.Length;
        int close = open < text.Length && text[open] == '(' ? Brackets.Close(text, open) : -1;
        if (close < 0)
        {
            return -1;
        }

        int next = close + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next < text.Length && (text[next] == '@' || s_declaring.Contains(Word(text, next))) ? close + 1 : -1;
    }

    /// <summary><c>is Text if x.length > 3 -></c>: the guard is read as one more condition, so that its calls are found.</summary>
    private static void AddGuard(ReadOnlySpan<char> line, int start, List<(Stretch Place, CaptureRole Role)> hidden)
    {
        int arrow = line.IndexOf("->", StringComparison.Ordinal);
        int guard = arrow < 0 ? -1 : line[..arrow].IndexOf(" if ", StringComparison.Ordinal);
        ReadOnlySpan<char> condition = guard < 0 ? [] : line[..guard].Trim();
        if (condition.IsEmpty || condition.Contains('=') || line[..arrow].ContainsAny('{', '}') || s_declaring.Contains(Word(condition, 0)))
        {
            return;
        }

        if (condition is "else")
        {
            hidden.Add((new Stretch(start + guard, start + arrow), CaptureRole.Helper));
        }
        else if (!condition.EndsWith("else", StringComparison.Ordinal) && !condition.StartsWith("return", StringComparison.Ordinal))
        {
            hidden.Add((new Stretch(start + guard + 1, start + guard + 3), CaptureRole.Pattern));
        }
    }

    private static void AddName(ReadOnlySpan<char> line, int start, List<(Stretch Place, CaptureRole Role)> hidden)
    {
        for (int at = 0; line[at..].IndexOf("suspend(", StringComparison.Ordinal) is >= 0 and var found; at += found + Suspend.Length)
        {
            ReadOnlySpan<char> before = line[..(at + found)];
            bool isDeclared = before.TrimEnd() is [.., '>'] or [.., 'f', 'u', 'n'] && before.Contains("fun ", StringComparison.Ordinal);
            if (isDeclared || before is [.., '.'])
            {
                int name = start + at + found;
                hidden.Add((new Stretch(name, name + Suspend.Length), CaptureRole.Name));
            }
        }
    }

    /// <summary><c>rows.insert { } get id</c>: a function between its operands, of which the grammar makes an accessor.</summary>
    private static void AddInfix(ReadOnlySpan<char> line, int start, List<(Stretch Place, CaptureRole Role)> hidden)
    {
        foreach (string accessor in (ReadOnlySpan<string>)[" get ", " set "])
        {
            int found = line.IndexOf(accessor, StringComparison.Ordinal), after = found + accessor.Length;
            if (found > 0 && line[..found].TrimEnd() is [.., '}' or ')' or ']'] && after < line.Length && (char.IsLetter(line[after]) || line[after] is '_' or '"'))
            {
                hidden.Add((new Stretch(start + found + 1, start + after - 1), CaptureRole.Name));
            }
        }
    }

    /// <summary>The signs before a string that say how many begin a template in it: <c>$$"costs $5"</c>.</summary>
    private static void AddDollars(string text, int start, int end, List<(Stretch Place, CaptureRole Role)> hidden)
    {
        for (int at = start; at < end && text.AsSpan(at, end - at).IndexOf("$$", StringComparison.Ordinal) is >= 0 and var found;)
        {
            int first = at + found;
            at = first;
            while (at < text.Length && text[at] == '$')
            {
                at++;
            }

            if (at < text.Length && text[at] == '"')
            {
                hidden.Add((new Stretch(first, at), CaptureRole.Helper));
            }
        }
    }

    /// <summary><c>class A { fun f() {} fun g() {} }</c>: the blanks after a body that ends a member.</summary>
    private static void AddEnds(ReadOnlySpan<char> line, int start, List<(Stretch Place, CaptureRole Role)> hidden)
    {
        for (int at = TypeBody(line) + 1; at > 0 && at < line.Length; at++)
        {
            if (line[at] is '"' or '\'')
            {
                int close = line[(at + 1)..].IndexOf(line[at]);
                at = close < 0 ? line.Length : at + close + 1;
                continue;
            }

            bool isBeforeEnd = line[at] == ' ' && at + 1 < line.Length && line[at + 1] == '}' && line[..at].TrimEnd() is not [.., '{' or ';'];
            bool isBetween = line[at] == ' ' && line[at - 1] == '}' && s_declaring.Contains(Word(line, at + 1));
            if (isBeforeEnd || isBetween)
            {
                hidden.Add((new Stretch(start + at, start + at + 1), CaptureRole.Body));
            }
        }
    }

    /// <summary>Where the body of a type begins on a line that goes on after it; -1 for none.</summary>
    private static int TypeBody(ReadOnlySpan<char> line)
    {
        int open = line.IndexOf('{');
        if (open < 0 || line[(open + 1)..].IsWhiteSpace())
        {
            return -1;
        }

        ReadOnlySpan<char> head = line[..open];
        foreach (Range part in head.Split(' '))
        {
            if (head[part] is "class" or "interface" or "object")
            {
                return open;
            }
        }

        return -1;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text, int at)
    {
        int end = at;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[at..end];
    }
}
