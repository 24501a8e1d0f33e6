namespace StructIndex;

/// <summary>Reads a Razor file: markup, directives, expressions and blocks of code. Blocks are read by <see cref="RazorCode"/>.</summary>
internal sealed class RazorReader
{
    private static readonly HashSet<string> s_void = new(StringComparer.OrdinalIgnoreCase) { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr" };

    /// <summary>Elements and what an at sign begins, inside one another; deeper ones are read as text.</summary>
    private const int MaxDepth = 200;

    private readonly string _text;
    private readonly RazorCode _code;
    private readonly RazorDirectives _directives;
    private int _depth;

    private RazorReader(string text)
    {
        _text = text;
        _code = new RazorCode(text, this);
        _directives = new RazorDirectives(text, Parts);
    }

    /// <summary>What was read.</summary>
    public RazorParts Parts { get; } = new();

    /// <summary>Reads a file.</summary>
    public static RazorParts Read(string text)
    {
        RazorReader reader = new(text);
        reader.Markup(0, isElement: false);
        return reader.Parts;
    }

    /// <summary>Reads markup and gives the offset behind it.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="isElement">Whether it ends with the element that begins there, rather than with the text.</param>
    /// <param name="end">Where it ends at the latest.</param>
    public int Markup(int at, bool isElement, int end = int.MaxValue)
    {
        end = Math.Min(end, _text.Length);
        int open = 0;
        _depth++;
        while (at < end)
        {
            int next = _text.AsSpan(at, end - at).IndexOfAny('<', '@');
            if (next < 0)
            {
                at = end;
                break;
            }

            at += next;
            if (_text[at] == '@')
            {
                at = Transition(at);
                continue;
            }

            bool closes = at + 1 < end && _text[at + 1] == '/';
            at = Tag(at, out bool opens);
            open += closes ? -1 : opens ? 1 : 0;
            if (isElement && open <= 0)
            {
                break;
            }
        }

        _depth--;
        return at;
    }

    /// <summary>Reads what an <c>@</c> begins and gives the offset behind it.</summary>
    public int Transition(int at)
    {
        _depth++;
        int behind = Read(at);
        _depth--;
        return behind;
    }

    private int Read(int at)
    {
        int next = at + 1;
        if (next >= _text.Length || _depth > MaxDepth || (at > 0 && char.IsLetterOrDigit(_text[at - 1])))
        {
            return next;
        }

        switch (_text[next])
        {
            case '@':
                return next + 1;
            case '*':
                int end = _text.IndexOf("*@", next, StringComparison.Ordinal);
                return end < 0 ? _text.Length : end + 2;
            case '{':
                return _code.Block(next);
            case '(':
                int close = RazorText.Match(_text, next);
                Expression(next, Math.Min(close + 1, _text.Length));
                return Math.Min(close + 1, _text.Length);
        }

        int wordEnd = RazorText.EndOfWord(_text, next);
        if (wordEnd == next)
        {
            return next;
        }

        if (_code.IsStatement(next, wordEnd))
        {
            return _code.Statement(next);
        }

        if (_directives.Read(next, wordEnd) is { } behind)
        {
            return behind;
        }

        int stop = RazorText.EndOfExpression(_text, next);
        Expression(next, stop);
        return stop;
    }

    private void Expression(int start, int end) => Parts.Markup.AddRange(["_ = ", new SourceSpan(start, end), ";\n"]);

    private void Handler(int start, int end)
    {
        if (!string.IsNullOrWhiteSpace(_text[start..end]))
        {
            Parts.Markup.AddRange(["_ = (System.Delegate)(", new SourceSpan(start, end), ");\n"]);
        }
    }

    private int Tag(int at, out bool opens)
    {
        opens = false;
        if (_text.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            int close = _text.IndexOf("-->", at, StringComparison.Ordinal);
            return close < 0 ? _text.Length : close + 3;
        }

        bool closes = at + 1 < _text.Length && _text[at + 1] == '/';
        int start = at + (closes ? 2 : 1), nameEnd = start;
        while (nameEnd < _text.Length && (char.IsLetterOrDigit(_text[nameEnd]) || _text[nameEnd] is '-' or '_' or '.' or ':'))
        {
            nameEnd++;
        }

        if (nameEnd == start)
        {
            return at + 1;
        }

        string name = _text[start..nameEnd];
        int simple = name.LastIndexOf('.') + 1;
        bool isComponent = simple < name.Length && char.IsUpper(name[simple]) && !name.Contains('-', StringComparison.Ordinal);
        if (isComponent && !closes)
        {
            Parts.Markup.AddRange(["_ = new ", new SourceSpan(start, nameEnd), "();\n"]);
        }

        int end = Attributes(nameEnd, isComponent);
        opens = !closes && !s_void.Contains(name) && !(end >= 2 && _text[end - 1] == '>' && _text[end - 2] == '/');
        if (opens && name is "script" or "style")
        {
            opens = false;
            int close = _text.IndexOf($"</{name}", end, StringComparison.OrdinalIgnoreCase);
            close = close < 0 ? _text.Length : close;
            for (int inside = end; inside < close && name is "script";)
            {
                int mark = _text.IndexOf('@', inside, close - inside);
                inside = mark < 0 ? close : Transition(mark);
            }

            close = _text.IndexOf('>', close);
            return close < 0 ? _text.Length : close + 1;
        }

        return end;
    }

    private int Attributes(int at, bool ofComponent)
    {
        while (at < _text.Length && _text[at] != '>')
        {
            if (_text[at] == '@' && at + 1 < _text.Length && _text[at + 1] is '(' or '*' or '{')
            {
                at = Transition(at);
                continue;
            }

            int start = at;
            while (at < _text.Length && !char.IsWhiteSpace(_text[at]) && _text[at] is not ('=' or '>' or '"' or '\''))
            {
                at++;
            }

            ReadOnlySpan<char> name = _text.AsSpan(start, at - start);
            while (at < _text.Length && char.IsWhiteSpace(_text[at]))
            {
                at++;
            }

            if (name.IsEmpty || at >= _text.Length || _text[at] != '=')
            {
                at = Math.Max(at, start + 1);
                continue;
            }

            at++;
            while (at < _text.Length && char.IsWhiteSpace(_text[at]))
            {
                at++;
            }

            at = at < _text.Length && _text[at] is '"' or '\'' ? Value(name, at, ofComponent) : at < _text.Length && _text[at] == '@' ? Transition(at) : at;
        }

        return Math.Min(at + 1, _text.Length);
    }

    /// <summary>Reads a value in quotes and gives the offset behind it.</summary>
    private int Value(ReadOnlySpan<char> name, int open, bool ofComponent)
    {
        char quote = _text[open];
        int at = open + 1, close = at;
        bool hasCode = false;
        while (close < _text.Length && _text[close] != quote)
        {
            hasCode |= _text[close] == '@';
            close = _text[close] == '@' ? Math.Max(Transition(close), close + 1) : close + 1;
        }

        close = Math.Min(close, _text.Length);
        if (!hasCode && (name.StartsWith("@on", StringComparison.Ordinal) || (ofComponent && (name.StartsWith("On", StringComparison.Ordinal) || name.EndsWith("Changed", StringComparison.Ordinal)))))
        {
            Handler(at, close);
        }
        else if (!hasCode && close > at && (name is ['@', ..] || (ofComponent && _text.AsSpan(at, close - at).Contains('('))))
        {
            Expression(at, close);
        }

        return Math.Min(close + 1, _text.Length);
    }
}
