namespace StructIndex;

/// <summary>
/// Takes a file of Objective-C++ apart. C++ is shown all but what is Objective-C: classes and the headers of methods are blank, messages are calls
/// of their arguments, blocks are lambdas, literals are in parentheses. Objective-C is shown classes and headers with empty bodies, and apart from them messages,
/// without what is C++ in them, as the statements of blocks. All texts are as long as the file.
/// </summary>
internal sealed partial class ObjectiveCppText
{
    private const string End = "@end";

    private readonly string _text;
    private readonly int[] _closes;
    private readonly int _lastEnd;
    private readonly IslandText _cpp;
    private readonly IslandText _classes;
    private readonly IslandText _messages;
    private readonly Stack<int> _braces = new();

    private ObjectiveCppText(string text)
    {
        (_text, _cpp, _classes, _messages) = (text, new IslandText(text), new IslandText(text), new IslandText(text));
        (_closes, _lastEnd) = (CodeMarks.Closes(text), text.LastIndexOf(End, StringComparison.Ordinal));
        _cpp.Keep(0, text.Length);
    }

    /// <summary>The texts.</summary>
    public static (string Cpp, string Classes, string Messages) Split(string text)
    {
        ObjectiveCppText split = new(text);
        split.Code(0, text.Length, isClass: false);
        return (split._cpp.ToString(), split._classes.ToString(), split._messages.ToString());
    }

    /// <summary>Reads code up to an offset: that of the file, the inside of an <c>@implementation</c>, a part of a message.</summary>
    private void Code(int at, int end, bool isClass)
    {
        int around = _braces.Count;
        while (at < end)
        {
            char c = _text[at];
            if (CodeMarks.AfterTrivia(_text, at) is var after && after > at)
            {
                at = after;
                continue;
            }

            if (c == '{')
            {
                _braces.Push(at);
            }
            else if (c == '}' && _braces.Count > around)
            {
                _braces.Pop();
            }

            at = c switch
            {
                '@' => Directive(at, isClass),
                '#' when !isClass && CodeMarks.Word(_text, at + 1) is "import" => Section(at, LineEnd(at)),
                '[' when IsAttribute(at) => CloseOf(at) + 1,
                '[' when IsMessage(at) => Message(at, CloseOf(at)),
                '^' when BlockBody(at) is >= 0 and var block => Block(at, block),
                '^' when at > 0 && _text[at - 1] == '(' => Pointer(at),
                '-' or '+' when isClass && _braces.Count == around && HeaderEnd(at, end) is >= 0 and var body => Header(at, body),
                'i' when IsIn(at) => In(at),
                _ => at + 1,
            };
        }

        while (_braces.Count > around)
        {
            _braces.Pop();
        }
    }

    /// <summary>Reads what an at sign begins, and gives the offset behind it.</summary>
    private int Directive(int at, bool isClass)
    {
        int wordEnd = at + 1 + CodeMarks.Word(_text, at + 1).Length;
        switch (_text.AsSpan(at + 1, wordEnd - at - 1))
        {
            case "selector" or "encode" or "available" or "protocol" when CloseOf(wordEnd) is >= 0 and var close:
                return Hide(at, close + 1, '0');
            case "interface" or "protocol" when !isClass && SectionEnd(at) is >= 0 and var end:
                return Section(at, end);
            case "implementation" when !isClass && SectionEnd(at) is >= 0 and var end:
                int head = _text.AsSpan(at, end - at).IndexOfAny('{', '\r', '\n');
                int inside = head < 0 ? end - End.Length : at + head;
                Section(at, inside);
                Code(Variables(inside), end - End.Length, isClass: true);
                return Section(end - End.Length, end);
            case "class" or "import" or "protocol" or "synthesize" or "dynamic":
                return Section(at, CodeMarks.After(_text, at, ";"));
            case "" when at + 1 < _text.Length && _text[at + 1] is '[' or '{' && CloseOf(at + 1) is >= 0 and var last:
                return Literal(at + 1, last);
            case [var digit, ..] when char.IsAsciiDigit(digit):
            case "YES" or "NO":
                return Hide(at, wordEnd, '0');
            case "try" or "catch" or "throw" or "":
                return Hide(at, at + 1);
            case "synchronized" when CloseOf(wordEnd) is >= 0 and var locked:
                return Hide(at, locked + 1);
            default:
                return Hide(at, wordEnd);
        }
    }

    /// <summary>A collection is for C++ a list in parentheses: of <c>@[a, b]</c> and <c>@{a: b}</c> alike, <c>(a, b)</c>.</summary>
    private int Literal(int open, int close)
    {
        Hide(open - 1, open);
        ReadOnlySpan<char> inside = _text.AsSpan(open + 1, close - open - 1).TrimEnd();
        bool isEmpty = inside.IsEmpty;
        _cpp.Put(open, isEmpty ? '0' : '(');
        _cpp.Put(close, isEmpty ? ' ' : ')');
        foreach (int colon in _text[open] == '{' ? Colons(open, close) : [])
        {
            _cpp.Put(colon, ',');
        }

        if (inside is [.., ','])
        {
            _cpp.Put(open + inside.Length, ' ');
        }

        return _text[open] == '{' ? open : open + 1;
    }

    /// <summary>The offset behind the instance variables that an implementation may begin with.</summary>
    private int Variables(int at)
    {
        int next = CodeMarks.SkipTrivia(_text, at);
        return next < _text.Length && _text[next] == '{' && CloseOf(next) is >= 0 and var close ? Section(next, close + 1) : at;
    }

    /// <summary>Where the body of a method begins, or the semicolon after its declaration; -1 where there is no header.</summary>
    private int HeaderEnd(int at, int end)
    {
        int open = CodeMarks.SkipTrivia(_text, at + 1);
        int body = open < end && _text[open] == '(' ? _text.AsSpan(at, end - at).IndexOfAny('{', ';') : -1;
        return body < 0 ? -1 : at + body;
    }

    /// <summary><c>[[nodiscard]]</c>.</summary>
    private bool IsAttribute(int at) => CloseOf(at) is >= 0 and var close && _text[at + 1] == '[' && CloseOf(at + 1) == close - 1;

    /// <summary>Whether a bracket begins a message rather than an index or the captures of a function.</summary>
    private bool IsMessage(int at)
    {
        ReadOnlySpan<char> before = _text.AsSpan(0, at).TrimEnd();
        bool isIndex = !_text.AsSpan(before.Length, at - before.Length).ContainsAny('\r', '\n') 
            && (before is [.., ')' or ']' or '"'] || (before.Length > 0 && CodeMarks.IsName(before[^1]) && !CodeMarks.IsStatementWord(before)));
        int close = CloseOf(at);
        if (close < 0 || _text.AsSpan(at + 1, close - at - 1).IsWhiteSpace() || (isIndex && !HasReceiver(at, close)))
        {
            return false;
        }

        int next = CodeMarks.SkipTrivia(_text, close + 1);
        return !(next < _text.Length && _text[next] is '(' or '{' or '<');
    }

    /// <summary>Whether two words follow each other in brackets, as in no index: <c>(Hall *)[a b]</c>.</summary>
    private bool HasReceiver(int open, int close)
    {
        ReadOnlySpan<char> receiver = _text.AsSpan(open + 1, Selector(open, close, Colons(open, close)) - open - 1);
        ReadOnlySpan<char> last = receiver.TrimEnd();
        return last is [.., ']' or '"'] || (last.Length < receiver.Length && last is [.., var end] && CodeMarks.IsName(end));
    }

    /// <summary>The word of an enumeration: <c>for (id a in b)</c> is for C++ <c>for (id a : b)</c>.</summary>
    private bool IsIn(int at)
    {
        int next = CodeMarks.SkipTrivia(_text, at + 2);
        return at > 0 && _text[at - 1] == ' ' && CodeMarks.Word(_text, at) is "in" && _text.AsSpan(0, at).TrimEnd() is [.., var last] && CodeMarks.IsName(last)
            && next < _text.Length && (CodeMarks.IsName(_text[next]) || _text[next] is '[' or '(' or '@');
    }

    private int In(int at)
    {
        Hide(at, at + 2, ':');
        return at + 2;
    }

    /// <summary>Where the body of a block begins that <c>^</c> begins; -1 where it is an operator.</summary>
    private int BlockBody(int at)
    {
        int next = CodeMarks.SkipTrivia(_text, at + 1);
        while (next < _text.Length && (CodeMarks.IsName(_text[next]) || _text[next] is ' ' or '*' or '<' or '>' or ':' or '&' or '\r' or '\n'))
        {
            next++;
        }

        next = next < _text.Length && _text[next] == '(' && CloseOf(next) is >= 0 and var close ? CodeMarks.SkipTrivia(_text, close + 1) : next;
        return next < _text.Length && _text[next] == '{' && CloseOf(next) >= 0 ? next : -1;
    }

    /// <summary>
    /// A block is for C++ a lambda. Where there is no room for its captures, the parameters give way, or the brace moves to the next blank. Gives the
    /// offset of the body.
    /// </summary>
    private int Block(int at, int body)
    {
        int parameters = _text.AsSpan(at, body - at).IndexOf('(') is >= 0 and var found ? at + found : body;
        bool hasRoom = at > 0 && _text[at - 1] == ' ';
        int captures = hasRoom ? at - 1 : at;
        _cpp.Blank(at, hasRoom || parameters > at + 1 ? parameters : body);
        _cpp.Put(captures, '[');
        _cpp.Put(captures + 1, ']');
        if (captures + 1 == body)
        {
            int blank = body + 1 + _text.AsSpan(body + 1).IndexOfAnyExcept('\r', '\n');
            _cpp.Put(blank > body && _text[blank] is ' ' or '\t' ? blank : body, '{');
        }

        return body;
    }

    /// <summary>The type of a block is for C++ that of a pointer to a function.</summary>
    private int Pointer(int at)
    {
        _cpp.Put(at, '*');
        return at + 1;
    }

    /// <summary>The header of a method, whose body is for Objective-C empty.</summary>
    private int Header(int at, int body)
    {
        if (CloseOf(body) is >= 0 and var close)
        {
            _classes.Keep(body, body + 1);
            _classes.Keep(close, close + 1);
        }

        return Section(at, body);
    }

    /// <summary>What is Objective-C alone, without references and qualified names, which its grammar does not know.</summary>
    private int Section(int start, int end)
    {
        _classes.Keep(start, end);
        Hide(start, end);
        for (int at = start; at < end;)
        {
            int after = Math.Max(at, CodeMarks.AfterTrivia(_text, at));
            if (after == at && _text[at] == '&')
            {
                _classes.Put(at, ' ');
            }
            else if (after == at && _text[at] == ':' && at + 1 < end && _text[at + 1] == ':')
            {
                _classes.Blank(WordStart(at), at + 2);
                after = HideArguments(at + 2 + CodeMarks.Word(_text, at + 2).Length, end);
            }

            at = Math.Max(after, at + 1);
        }

        return end;
    }

    /// <summary>The arguments of a template after a qualified name.</summary>
    private int HideArguments(int at, int end)
    {
        int depth = 0, close = at;
        do
        {
            depth += close < end ? _text[close] switch { '<' => 1, '>' => -1, _ => 0 } : 0;
            close++;
        }
        while (depth > 0 && close < end);

        if (close == at + 1 || depth > 0)
        {
            return at;
        }

        _classes.Blank(at, close);
        return close;
    }

    private int CloseOf(int at) => at < _closes.Length ? _closes[at] : -1;

    private int Hide(int at, int end, char sign = ' ')
    {
        _cpp.Blank(at, end);
        _cpp.Put(at, sign);
        return end;
    }

    /// <summary>The offset behind the <c>@end</c> of what begins here; -1 for <c>@protocol A;</c>, which has none.</summary>
    private int SectionEnd(int at)
    {
        ReadOnlySpan<char> line = _text.AsSpan(at, LineEnd(at) - at);
        bool isForward = line.Contains(';') && !line.ContainsAny('{', '<', '-');
        return isForward || at > _lastEnd ? -1 : CodeMarks.After(_text, at, End);
    }

    private int LineEnd(int at)
    {
        int end = _text.AsSpan(at).IndexOfAny('\r', '\n');
        return end < 0 ? _text.Length : at + end;
    }
}
