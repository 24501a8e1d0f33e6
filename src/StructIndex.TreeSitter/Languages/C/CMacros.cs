using System.Buffers;

namespace StructIndex;

/// <summary>
/// Hides macros of C and its relatives that are no syntax (<c>API_EXPORT int f();</c>, <c>BEGIN_NAMESPACE</c> alone on a line,
/// <c>class API_EXPORT C</c>): left in place, they make the parser lose the declaration they stand before. The parser sees blanks
/// of the same length, so that every offset holds; what is read back is the text as written.
/// A macro is told by its name: upper case with an underscore.
/// </summary>
internal ref struct CMacros
{
    /// <summary>Words that begin a declaration; a macro before one of them is no type.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_starts = Lookup(
        "template class struct enum union inline static extern constexpr consteval virtual explicit friend auto typedef operator using namespace unsigned signed void int bool char float double long short");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_typeWords = Lookup("class struct union enum");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_specifiers = Lookup("extern static inline constexpr virtual friend explicit template");

    /// <summary>Endings of macros that stand before declarations even where a type might.</summary>
    private static readonly string[] s_endings =
        ["EXPORT", "API", "EXTERN", "INLINE", "NOINLINE", "CONSTEXPR", "CONSTEVAL", "DEPRECATED", "NODISCARD", "NORETURN", "UNUSED", "VARIABLE", "EXPLICIT", "HIDDEN"];

    /// <summary>Macros of Unreal Engine before what they describe to its build tool, each with its parenthesis.</summary>
    private static readonly SearchValues<string> s_reflection = SearchValues.Create(["UCLASS(", "USTRUCT(", "UENUM(", "UINTERFACE(", "UFUNCTION(", "UPROPERTY(", "UDELEGATE(", "UMETA(", "UPARAM("], StringComparison.Ordinal);

    /// <summary>Macros of Apple's before the type and the name of an enum.</summary>
    private static readonly SearchValues<string> s_enums = SearchValues.Create(["NS_ENUM(", "NS_OPTIONS(", "NS_CLOSED_ENUM(", "NS_ERROR_ENUM(", "CF_ENUM(", "CF_OPTIONS(", "CF_CLOSED_ENUM("], StringComparison.Ordinal);

    private static readonly SearchValues<string> s_typeMarks = SearchValues.Create(["class ", "struct ", "union "], StringComparison.Ordinal);

    /// <summary>
    /// How far from the beginning of its line a macro is looked at, and how long its arguments may be: beyond, no person wrote it.
    /// </summary>
    private const int MaxReach = 1000;

    private readonly ReadOnlySpan<char> _text;
    private char[]? _masked;

    private CMacros(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The text to parse: of the same length, macros blank.</summary>
    public static string Mask(string text, CancellationToken cancellationToken = default)
    {
        text = CPrototypeMacros.Mask(text);
        CMacros macros = new(text);
        macros.Scan(text, cancellationToken);
        CUnknownWords.Mask(macros._masked is null ? text : macros._masked, ref macros._masked);
        CConditionals.Mask(text, ref macros._masked, cancellationToken);
        return macros._masked is null ? text : new string(macros._masked);
    }

    private void Scan(string text, CancellationToken cancellationToken)
    {
        int at = 0;
        while (at < _text.Length && _text[at..].IndexOf("extern template", StringComparison.Ordinal) is >= 0 and var found)
        {
            // The grammar knows an instantiation without the word before it only.
            Hide(at + found, at + found + "extern".Length);
            at += found + "extern template".Length;
        }

        foreach ((int start, int end, bool isPointer) in CDefinedMacros.Uses(text))
        {
            Hide(start, end);
            _masked![start] = isPointer ? '*' : ' ';
        }

        HideReflection();
        HideEnums();
        HideBeforeTypeNames();
        at = 0;
        while (at < _text.Length && _text[at..].IndexOf('_') is >= 0 and var next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int start = at + next;
            int end = start;
            while (start > at && IsName(_text[start - 1]))
            {
                start--;
            }

            while (end < _text.Length && IsName(_text[end]))
            {
                end++;
            }

            at = end;
            if (char.IsAsciiLetterUpper(_text[start]) && !_text[start..end].ContainsAnyInRange('a', 'z'))
            {
                Consider(start, end);
            }
        }
    }

    private void HideReflection()
    {
        for (int at = 0; _text[at..].IndexOfAny(s_reflection) is >= 0 and var found;)
        {
            int start = at + found;
            int open = start + _text[start..].IndexOf('(');
            int close = CloseBefore(open, ";{");
            ReadOnlySpan<char> before = _text[..start].TrimEnd(" \t");
            if (close > 0 && (before is [] or [.., '\n'] || _text[start..].StartsWith("UMETA", StringComparison.Ordinal) || _text[start..].StartsWith("UPARAM", StringComparison.Ordinal)))
            {
                Hide(start, close + 1);
            }

            at = open + 1;
        }
    }

    /// <summary><c>typedef NS_ENUM(long, Mark) {</c> is <c>enum Mark {</c>.</summary>
    private void HideEnums()
    {
        for (int at = 0; _text[at..].IndexOfAny(s_enums) is >= 0 and var found;)
        {
            int start = at + found;
            int open = start + _text[start..].IndexOf('(');
            int close = CloseBefore(open, ";{");
            int comma = close < 0 ? -1 : _text[open..close].IndexOf(',');
            if (comma > 0 && _text[(close + 1)..].TrimStart() is ['{', ..])
            {
                ReadOnlySpan<char> before = _text[..start].TrimEnd(" \t");
                Hide(before.EndsWith("typedef", StringComparison.Ordinal) ? before.Length - "typedef".Length : start, open + comma + 1);
                Hide(close, close + 1);
                "enum".CopyTo(_masked.AsSpan(start));
            }

            at = open + 1;
        }
    }

    /// <summary>
    /// <c>class EXPORTED C : public B</c>: of two words before the beginning of a body the first, in capitals, is a macro, whatever it is
    /// called.
    /// </summary>
    private void HideBeforeTypeNames()
    {
        for (int at = 0; _text[at..].IndexOfAny(s_typeMarks) is >= 0 and var found;)
        {
            at += found;
            bool isWord = at == 0 || !IsName(_text[at - 1]);
            at += _text[at..].IndexOf(' ');
            int start = SkipBlanks(at);
            ReadOnlySpan<char> word = Word(start);
            int name = SkipBlanks(start + word.Length);
            int next = SkipBlanks(name + Word(name).Length);
            bool isMacro = isWord && word.Length > 1 && char.IsAsciiLetterUpper(word[0]) && !word.ContainsAnyInRange('a', 'z');
            if (isMacro && name > start + word.Length && next > name && Word(name) is not "final" && BeginsBody(_text[next..]))
            {
                Hide(start, start + word.Length);
            }
        }
    }

    /// <summary>Whether a type's body or its bases begin here; a colon before a number begins a bit field.</summary>
    private static bool BeginsBody(ReadOnlySpan<char> text) =>
        text.TrimStart() is ['{', ..] || text.StartsWith("final", StringComparison.Ordinal)
        || (text is [':', not ':', ..] && text[1..].TrimStart() is [var first, ..] && !char.IsAsciiDigit(first));

    private void Consider(int start, int end)
    {
        int near = Math.Max(0, start - MaxReach);
        int line = _text[near..start].LastIndexOf('\n') + near + 1;
        if (line == near && near > 0)
        {
            return;
        }

        ReadOnlySpan<char> before = Shown(line, start).Trim();
        int arguments = AfterArguments(end);
        int next = SkipBlanks(arguments);
        char following = next < _text.Length ? _text[next] : '\n';
        ReadOnlySpan<char> last = CMacroValues.LastWord(before);
        if (before is ['#', ..])
        {
            return;
        }

        if (before.IsEmpty && following is '\n' or '\r')
        {
            HideAlone(start, arguments, next);
        }
        else if (before.IsEmpty && end < _text.Length && _text[end] == '(' && s_starts.Contains(Word(SkipBlanks(end + 1))))
        {
            HideAround(start, end);
        }
        else if (s_typeWords.Contains(last) && arguments < next && IsName(following))
        {
            Hide(start, arguments);
        }
        else if ((before.IsEmpty || s_specifiers.Contains(last) || before is ['t', 'e', 'm', 'p', .., '>']) && arguments < next && BeginsDeclaration(start, end, next))
        {
            Hide(start, arguments);
        }
        else if ((following is ';' or '{' || IsMacro(Word(next))) && EndsMember(before, last))
        {
            Hide(start, arguments);
        }
        else if (before is [.., ')'] || (last is "const" or "noexcept" && before[..^last.Length].TrimEnd() is [.., ')']))
        {
            HideAfterParameters(start, end, before);
        }
    }

    /// <summary>A macro alone on its line, unless it goes on with the expression before it or is the head of a body.</summary>
    private void HideAlone(int start, int end, int next)
    {
        ReadOnlySpan<char> before = _text[..start].TrimEnd();
        ReadOnlySpan<char> after = _text[next..].TrimStart();
        if (before is not [.., ',' or '=' or '(' or '+' or '-' or '|' or '&' or '?' or '<' or '\\'] && after is not ['{' or ',' or ')' or '=' or '+' or '?' or '.' or '&' or '|' or '}' or '-', ..])
        {
            Hide(start, end);
        }
    }

    /// <summary>Around a whole function: <c>UNUSED(static int f(int a)) {</c>.</summary>
    private void HideAround(int start, int open)
    {
        int close = CloseBefore(open, ";{");
        if (close > open && _text[close - 1] == ')' && _text[(close + 1)..].TrimStart() is ['{' or ';', ..])
        {
            Hide(start, open + 1);
            Hide(close, close + 1);
        }
    }

    /// <summary>Whether a member of Objective-C is whole before a macro: <c>- (void)open</c>, <c>kind:(int)kind</c>, <c>@property (strong) id door</c>.</summary>
    private static bool EndsMember(ReadOnlySpan<char> before, ReadOnlySpan<char> last) =>
        !last.IsEmpty && (before.StartsWith("@property", StringComparison.Ordinal)
            || (before[..^last.Length].TrimEnd() is [.., ')'] && (before is ['-' or '+', ..] || before.Contains(":(", StringComparison.Ordinal))));

    private void HideAfterParameters(int start, int end, ReadOnlySpan<char> before)
    {
        ReadOnlySpan<char> after = _text[end..].TrimStart();
        if (after is ['{', ..] or ['-', '>', ..] || (after is [';', ..] && EndsDeclaration(before)))
        {
            Hide(start, end);
        }
    }

    /// <summary>Whether parameters of a declaration stand before a macro, <c>int f(int a)</c>, rather than a cast or a condition.</summary>
    private static bool EndsDeclaration(ReadOnlySpan<char> before)
    {
        int open = before is [.., ')'] ? Brackets.OpenOfLast(before) : 0;
        ReadOnlySpan<char> head = open > 0 ? before[..open].TrimEnd() : [];
        ReadOnlySpan<char> name = CMacroValues.LastWord(head);
        return open < 0 || (name is not ("" or "return" or "if" or "while" or "for" or "switch") && head[..^name.Length].TrimEnd() is [.., var type] && (IsName(type) || type is '*' or '&'));
    }

    /// <summary>
    /// Whether a declaration follows: a keyword, a type with a name and parameters, or a constructor's name after a macro known by its
    /// ending.
    /// </summary>
    private readonly bool BeginsDeclaration(int start, int end, int next)
    {
        int reach = next + MaxReach;
        while (next < reach && IsMacro(Word(next)))
        {
            next = SkipBlanks(AfterArguments(next + Word(next).Length));
        }

        ReadOnlySpan<char> word = Word(next);
        if (word.IsEmpty || word is "const" or "volatile")
        {
            return next < _text.Length && _text[next] == '~';
        }

        if (s_starts.Contains(word))
        {
            return true;
        }

        int after = next + word.Length;
        int gap = SkipBlanks(after);
        if (gap < _text.Length && _text[gap] == '(')
        {
            return EndsAsKnown(_text[start..end]);
        }

        // A type and then a name with parameters: "size_t f(", "std::vector<int>& f(".
        int line = _text.Slice(next, Math.Min(MaxReach, _text.Length - next)).IndexOfAny("\n;{=");
        ReadOnlySpan<char> rest = _text.Slice(next, line < 0 ? Math.Min(MaxReach, _text.Length - next) : line);
        int open = rest.IndexOf('(');
        ReadOnlySpan<char> head = open > 0 ? rest[..open].TrimEnd() : [];
        ReadOnlySpan<char> name = CMacroValues.LastWord(head);
        return !name.IsEmpty && name.Length < head.Length && head[..^name.Length].TrimEnd("*& \t").Length >= word.Length;
    }

    private static bool EndsAsKnown(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> stem = name.TrimEnd("0123456789");
        foreach (string ending in s_endings)
        {
            if (stem.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private void Hide(int start, int end)
    {
        _masked ??= _text.ToArray();
        foreach (ref char c in _masked.AsSpan(start, end - start))
        {
            c = c is '\r' or '\n' ? c : ' ';
        }
    }

    private readonly ReadOnlySpan<char> Shown(int start, int end) => (_masked is null ? _text : _masked)[start..end];

    /// <summary>The offset after the arguments that begin at <paramref name="at"/> on one line, or <paramref name="at"/> itself.</summary>
    private readonly int AfterArguments(int at)
    {
        int close = CloseBefore(at, "\n\r;{");
        return close > at ? close + 1 : at;
    }

    /// <summary>
    /// Offset of the parenthesis that closes the one at <paramref name="open"/>, before any of some characters; -1 for none.
    /// </summary>
    private readonly int CloseBefore(int open, string stops)
    {
        ReadOnlySpan<char> reach = _text.Slice(open, Math.Min(_text.Length - open, MaxReach));
        int close = Brackets.Close(reach[..BeforeAny(reach, stops)], 0);
        return close < 0 ? -1 : open + close;
    }

    /// <summary>Length of a text before the first of some characters that is in no string literal.</summary>
    private static int BeforeAny(ReadOnlySpan<char> text, string stops)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (stops.Contains(text[at], StringComparison.Ordinal))
            {
                return at;
            }

            if (text[at] == '"')
            {
                for (at++; at < text.Length && text[at] != '"' && !(at + 1 < text.Length && text[at + 1] == '\n'); at++)
                {
                    at += text[at] == '\\' ? 1 : 0;
                }
            }
        }

        return text.Length;
    }

    private readonly int SkipBlanks(int at)
    {
        while (at < _text.Length && _text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    private readonly ReadOnlySpan<char> Word(int at)
    {
        int end = at;
        while (end < _text.Length && IsName(_text[end]))
        {
            end++;
        }

        return _text[at..end];
    }

    private static bool IsMacro(ReadOnlySpan<char> word)
        => word.Contains('_') && char.IsAsciiLetterUpper(word[0]) && !word.ContainsAnyInRange('a', 'z');

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words)
        => new HashSet<string>(words.Split(' '), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
