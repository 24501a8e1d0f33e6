namespace StructIndex;

/// <summary>
/// Takes a file of Objective-C++ apart: into C++ without what is Objective-C (classes, the headers of methods, messages, blocks), and into that,
/// the bodies of methods empty but for messages and blocks. Both are as long as the file.
/// </summary>
internal sealed class ObjectiveCppText
{
    private const string End = "@end";

    private readonly string _text;
    private readonly int[] _closes;
    private readonly int _lastEnd;
    private int _shown;
    private readonly IslandText _cpp;
    private readonly IslandText _objectiveC;

    private ObjectiveCppText(string text)
    {
        (_text, _cpp, _objectiveC) = (text, new IslandText(text), new IslandText(text));
        (_closes, _lastEnd) = (CodeMarks.Closes(text), text.LastIndexOf(End, StringComparison.Ordinal));
        _cpp.Keep(0, text.Length);
    }

    /// <summary>The two texts.</summary>
    public static (string Cpp, string ObjectiveC) Split(string text)
    {
        ObjectiveCppText split = new(text);
        split.Code(0, text.Length, isClass: false);
        return (split._cpp.ToString(), split._objectiveC.ToString());
    }

    /// <summary>Reads code up to an offset: that of the file, or the inside of an <c>@implementation</c>.</summary>
    private void Code(int at, int end, bool isClass)
    {
        int depth = 0;
        while (at < end)
        {
            char c = _text[at];
            if (CodeMarks.AfterTrivia(_text, at) is var after && after > at)
            {
                at = after;
                continue;
            }

            depth += c switch { '{' => 1, '}' => -1, _ => 0 };
            at = c switch
            {
                '@' => Directive(at, isClass),
                '#' when !isClass && CodeMarks.Word(_text, at + 1) is "import" => Section(at, LineEnd(at)),
                '[' when IsAttribute(at) => CloseOf(at) + 1,
                '[' when IsMessage(at) => Message(at, CloseOf(at)),
                '^' when BlockEnd(at) is >= 0 and var close => Expression(at, close + 1),
                '^' when at > 0 && _text[at - 1] == '(' => Pointer(at),
                '-' or '+' when isClass && depth == 0 && HeaderEnd(at, end) is >= 0 and var body => Header(at, body),
                _ => at + 1,
            };
        }
    }

    /// <summary>Reads what an at sign begins, and gives the offset behind it.</summary>
    private int Directive(int at, bool isClass)
    {
        int wordEnd = at + 1 + CodeMarks.Word(_text, at + 1).Length;
        switch (_text.AsSpan(at + 1, wordEnd - at - 1))
        {
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
            case "try" or "catch" or "throw" or "":
                _cpp.Blank(at, at + 1);
                return at + 1 < _text.Length && _text[at + 1] is '[' or '{' && CloseOf(at + 1) is >= 0 and var last ? Expression(at, last + 1) : at + 1;
            case "selector" or "encode" or "available" when CloseOf(wordEnd) is >= 0 and var close:
                return Expression(at, close + 1);
            case "synchronized" when CloseOf(wordEnd) is >= 0 and var close:
                return Hide(at, close + 1);
            default:
                return Hide(at, wordEnd);
        }
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
        bool isIndex = before is [.., ')' or ']' or '"'] || (before.Length > 0 && CodeMarks.IsName(before[^1]) && !CodeMarks.IsStatementWord(before));
        int close = isIndex ? -1 : CloseOf(at);
        if (close < 0 || _text.AsSpan(at + 1, close - at - 1).IsWhiteSpace())
        {
            return false;
        }

        int next = CodeMarks.SkipTrivia(_text, close + 1);
        return !(next < _text.Length && _text[next] is '(' or '{' or '<');
    }

    /// <summary>Where a block ends that <c>^</c> begins; -1 where it is an operator.</summary>
    private int BlockEnd(int at)
    {
        int next = CodeMarks.SkipTrivia(_text, at + 1);
        while (next < _text.Length && (CodeMarks.IsName(_text[next]) || _text[next] is ' ' or '*' or '<' or '>' or ':'))
        {
            next++;
        }

        next = next < _text.Length && _text[next] == '(' && CloseOf(next) is >= 0 and var close ? CodeMarks.SkipTrivia(_text, close + 1) : next;
        return next < _text.Length && _text[next] == '{' ? CloseOf(next) : -1;
    }

    /// <summary>The type of a block is for C++ that of a pointer to a function.</summary>
    private int Pointer(int at)
    {
        _cpp.Put(at, '*');
        return at + 1;
    }

    /// <summary>The header of a method: of its body, Objective-C is shown the braces and its own expressions.</summary>
    private int Header(int at, int body)
    {
        if (CloseOf(body) is >= 0 and var close)
        {
            _objectiveC.Keep(body, body + 1);
            _objectiveC.Keep(close, close + 1);
        }

        return Section(at, body);
    }

    /// <summary>An expression of Objective-C: nought for C++, a statement of Objective-C where it is in no other one.</summary>
    private int Expression(int at, int end)
    {
        _cpp.Blank(at, end);
        _cpp.Put(at, '0');
        if (at >= _shown)
        {
            _objectiveC.Keep(at, end);
            _objectiveC.Put(end, ';');
            _shown = end;
        }

        return end;
    }

    /// <summary>A message, of which C++ is shown the arguments: <c>[a b:c d:e]</c> is <c>0(c, e)</c>. Gives the offset of the first one.</summary>
    private int Message(int open, int close)
    {
        int argument = -1, conditions = 0;
        for (int at = open + 1; at < close; at++)
        {
            at = Math.Max(CodeMarks.AfterTrivia(_text, at) - 1, Math.Max(at, CloseOf(at)));
            bool isColon = _text[at] == ':' && _text[at + 1] != ':' && _text[at - 1] != ':';
            if (!isColon || conditions > 0)
            {
                conditions += _text[at] == '?' ? 1 : isColon ? -1 : 0;
                continue;
            }

            if (argument < 0)
            {
                Expression(open, close + 1);
                argument = at + 1;
                _cpp.Keep(argument, close);
                _cpp.Put(close, ')');
            }
            else
            {
                int word = at;
                while (CodeMarks.IsName(_text[word - 1]))
                {
                    word--;
                }

                _cpp.Blank(word, at);
            }

            _cpp.Put(at, argument == at + 1 ? '(' : ',');
        }

        return argument < 0 ? Expression(open, close + 1) : argument;
    }

    /// <summary>What is Objective-C alone.</summary>
    private int Section(int at, int end)
    {
        _objectiveC.Keep(at, end);
        return Hide(at, end);
    }

    private int CloseOf(int at) => at < _closes.Length ? _closes[at] : -1;

    private int Hide(int at, int end)
    {
        _cpp.Blank(at, end);
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
