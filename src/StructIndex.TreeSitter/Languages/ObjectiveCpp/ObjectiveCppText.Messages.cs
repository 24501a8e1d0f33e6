namespace StructIndex;

/// <summary>Messages.</summary>
internal sealed partial class ObjectiveCppText
{
    /// <summary>Messages nested deeper than this are hidden; beyond, no person wrote them.</summary>
    private const int MaxDepth = 64;

    /// <summary>Messages around what is read.</summary>
    private int _depth;

    /// <summary>The part of a message that is read.</summary>
    private Part _part;

    /// <summary>
    /// A message. C++ is shown its receiver, where that is more than a name, and its arguments: <c>[a b:c d:e]</c> is <c>0(c, e)</c>. Objective-C is shown the message
    /// with other messages for arguments, and 0 for all else. Gives the offset behind it.
    /// </summary>
    private int Message(int open, int close)
    {
        List<int> colons = Colons(open, close);
        int selector = Selector(open, close, colons);
        int receiver = CodeMarks.SkipTrivia(_text, open + 1);
        if (selector <= receiver || _depth == MaxDepth)
        {
            return Hide(open, close + 1, '0');
        }

        Part outer = _part;
        bool isShown = !outer.IsHidden && !(outer.IsReceiver && outer.Last >= 0);
        if (isShown)
        {
            Begin(open);
        }

        _depth++;
        _cpp.Blank(open, close + 1);
        Receiver(receiver, receiver + _text.AsSpan(receiver, selector - receiver).TrimEnd().Length, open, isShown);
        for (int i = 0; i < colons.Count; i++)
        {
            _cpp.Put(colons[i], i == 0 ? '(' : ',');
            Argument(colons[i] + 1, i + 1 < colons.Count ? WordStart(colons[i + 1]) : close, isShown);
        }

        _depth--;
        _part = isShown ? outer with { Last = close + 1 } : outer;
        _cpp.Put(close, colons.Count > 0 ? ')' : ' ');
        if (isShown)
        {
            _messages.Put(open, '[');
            _messages.Keep(selector, colons.Count > 0 ? colons[0] : close);
            colons.ForEach(colon => _messages.Keep(WordStart(colon), colon + 1));
            _messages.Put(close, ']');
            Finish(close);
        }

        return close + 1;
    }

    /// <summary>The first word of a message that is no receiver.</summary>
    private int Selector(int open, int close, List<int> colons) =>
        Math.Max(open + 1, WordStart(colons.Count > 0 ? colons[0] : open + 1 + _text.AsSpan(open + 1, close - open - 1).TrimEnd().Length));

    /// <summary>What Objective-C is shown before a message that is in another one.</summary>
    private void Begin(int open)
    {
        if (_depth > 0 && _part.Last < 0)
        {
            _messages.Blank(_part.Start, _part.End);
        }
        else if (_depth > 0)
        {
            int comma = _part.Last + _text.AsSpan(_part.Last, open - _part.Last).IndexOfAnyExcept('\r', '\n');
            _messages.Put(Math.Max(comma, _part.Last), ',');
        }
    }

    /// <summary>A message that is in no other one is for Objective-C a statement of a body.</summary>
    private void Finish(int close)
    {
        int end = close + 1 + _text.AsSpan(close + 1).IndexOfAnyExcept('\r', '\n');
        if (_depth > 0)
        {
            return;
        }

        if (end > close && _text[end] is not ('}' or '@' or '-' or '+'))
        {
            _messages.Put(end, ';');
        }

        if (_braces.TryPeek(out int body) && CloseOf(body) is >= 0 and var last)
        {
            _messages.Keep(body, body + 1);
            _messages.Keep(last, last + 1);
        }
    }

    private void Receiver(int start, int end, int open, bool isShown)
    {
        bool isName = true;
        foreach (char c in _text.AsSpan(start, end - start))
        {
            isName &= CodeMarks.IsName(c) || c == '.';
        }

        // An expression is for Objective-C one name of its length.
        int line = start + _text.AsSpan(start, end - start).LastIndexOfAny('\r', '\n') + 1;
        for (int at = line; isShown && at < end; at++)
        {
            _messages.Put(at, isName ? _text[at] : 'x');
        }

        if (isName)
        {
            _cpp.Put(open, '0');
            return;
        }

        _cpp.Keep(start, end);
        _part = new Part(line, end, -1, IsReceiver: true, IsHidden: !isShown);
        Code(start, end, isClass: false);
    }

    private void Argument(int start, int end, bool isShown)
    {
        int first = CodeMarks.SkipTrivia(_text, start);
        if (first < end && isShown)
        {
            _messages.Put(first, '0');
        }

        _cpp.Keep(start, end);
        _part = new Part(first, first + 1, -1, IsReceiver: false, IsHidden: !isShown);
        Code(start, end, isClass: false);
    }

    /// <summary>The colons between two brackets that are neither <c>::</c> nor those of a condition.</summary>
    private List<int> Colons(int open, int close)
    {
        List<int> colons = [];
        int conditions = 0;
        for (int at = open + 1; at < close; at++)
        {
            at = Math.Max(CodeMarks.AfterTrivia(_text, at) - 1, Math.Max(at, CloseOf(at)));
            bool isColon = _text[at] == ':' && _text[at + 1] != ':' && _text[at - 1] != ':';
            if (isColon && conditions == 0)
            {
                colons.Add(at);
            }

            conditions += _text[at] == '?' ? 1 : isColon && conditions > 0 ? -1 : 0;
        }

        return colons;
    }

    private int WordStart(int end)
    {
        while (end > 0 && CodeMarks.IsName(_text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>The receiver of a message, or one of its arguments.</summary>
    /// <param name="Start">Where it begins for Objective-C.</param>
    /// <param name="End">Where what stands for it ends.</param>
    /// <param name="Last">Where the last message in it ends; -1 before the first.</param>
    /// <param name="IsReceiver">Whether it is a receiver, which is one message at most.</param>
    /// <param name="IsHidden">Whether Objective-C is shown nothing of it.</param>
    private readonly record struct Part(int Start, int End, int Last, bool IsReceiver, bool IsHidden);
}
