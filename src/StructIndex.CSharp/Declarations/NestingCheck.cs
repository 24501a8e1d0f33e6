using System.Buffers;

namespace StructIndex;

/// <summary>
/// Tells hostile nesting before the parser sees it: the parser takes quadratic or cubic time on some kinds of nested brackets, and does not
/// hear of a deadline inside one statement.
/// </summary>
internal ref struct NestingCheck
{
    /// <summary>
    /// Brackets open at once beyond which a file is not parsed. People's code stays under 30; nested literals of generated code under 100.
    /// </summary>
    public const int MaxDepth = 256;

    /// <summary>The same for square brackets alone, where the parser slows down first: some 100 KB a second at this depth.</summary>
    public const int MaxSquareDepth = 16;

    /// <summary>The same for what may be type arguments left open, which the parser tries again and again.</summary>
    public const int MaxAngleDepth = 200;

    /// <summary>The same for question marks that wait for their colon, each of which may be a nullable type instead.</summary>
    public const int MaxQuestions = 1000;

    /// <summary>The same for closing brackets without an opening one, each of which the parser skips in the time of all before it.</summary>
    public const int MaxStrays = 2000;

    /// <summary>
    /// Parentheses still open at the end of a file beyond which it is not parsed: the parser doubles its time with every few of them.
    /// </summary>
    public const int MaxOpen = 100;

    /// <summary>What deep nesting may cost in all, as the sum of squared depths beyond the free ones; about 2 s of parsing.</summary>
    private const long MaxCost = 80_000_000;

    private const int FreeDepth = 24;

    private const int FreeSquareDepth = 8;

    /// <summary>How much dearer square brackets are than others of the same depth.</summary>
    private const int SquareWeight = 15;

    /// <summary>What ends a line for the compiler.</summary>
    private const string NewLines = "\n\r\u0085\u2028\u2029";

    private static readonly SearchValues<char> s_signs = SearchValues.Create("()[]{}<>;?:#/\"'");
    private static readonly SearchValues<char> s_ends = SearchValues.Create("\"\\" + NewLines);

    private readonly Stack<ConditionalCounts> _conditions = [];
    private OpenCounts _open;
    private int _strays;
    private long _cost;

    public NestingCheck()
    {
    }

    private readonly bool IsExceeded
        => _open.Depth > MaxDepth || _open.Squares > MaxSquareDepth || _open.Angles > MaxAngleDepth || _open.Questions > MaxQuestions || _conditions.Count > MaxDepth || _strays > MaxStrays || _cost > MaxCost;

    /// <summary>
    /// Whether brackets or <c>#if</c> are nested deeper, or deep more often, than the parser can take. Literals and comments do not count;
    /// linear time.
    /// </summary>
    public static bool IsTooDeep(ReadOnlySpan<char> text)
    {
        NestingCheck check = new();
        check.Count(text, isLiteral: false);
        return check.IsExceeded || check._open.Parentheses > MaxOpen;
    }

    private void Count(ReadOnlySpan<char> text, bool isLiteral)
    {
        char before = '\0';
        for (int at = text.IndexOfAny(s_signs); at >= 0 && !IsExceeded; at = text.IndexOfAny(s_signs))
        {
            char sign = text[at];
            before = at > 0 ? text[at - 1] : before;
            ReadOnlySpan<char> head = text[..at];
            text = text[(at + 1)..];
            switch (sign)
            {
                case '(' or '{' or '[':
                    Open(sign);
                    break;
                case ')' or '}' or ']':
                    _strays += _open.Depth == 0 ? 1 : 0;
                    _open.Parentheses -= sign == ')' && _open.Parentheses > 0 ? 1 : 0;
                    _open.Depth = Math.Max(0, _open.Depth - 1);
                    _open.Squares -= sign == ']' && _open.Squares > 0 ? 1 : 0;
                    if (sign == '}')
                    {
                        EndStatement();
                    }

                    break;
                case '<':
                    _open.Angles += before == '<' || text.StartsWith('<') || text.StartsWith('=') ? 0 : 1;
                    break;
                case '>':
                    _open.Angles = Math.Max(0, _open.Angles - 1);
                    break;
                case ';':
                    EndStatement();
                    break;
                case '?':
                    _open.Questions += before == '?' || text.StartsWith('.') || text.StartsWith('[') || text.StartsWith('?') ? 0 : 1;
                    break;
                case ':':
                    _open.Questions = Math.Max(0, _open.Questions - 1);
                    break;
                case '#' when !isLiteral && IsLineStart(head, before):
                    Direct(text.TrimStart(" \t"));
                    text = Behind(text, text.IndexOfAny(NewLines), 1);
                    sign = '\n';
                    break;
                case '/' when text.StartsWith('/'):
                    text = Behind(text, text.IndexOfAny(NewLines), 1);
                    sign = '\n';
                    break;
                case '/' when text.StartsWith('*'):
                    text = Behind(text, text[1..].IndexOf("*/"), 3);
                    break;
                case '\'':
                    int close = text.StartsWith('\\') ? text[Math.Min(2, text.Length)..].IndexOf('\'') + 2 : 1;
                    text = close is >= 1 and < 12 && close < text.Length && text[close] == '\'' ? text[(close + 1)..] : text;
                    break;
                case '"' when !isLiteral:
                    text = Literal(head, text);
                    break;
            }

            before = sign;
        }
    }

    /// <summary>
    /// Counts as if each branch of <c>#if</c> began with what was open before it. Behind all of them the most that is open behind any counts, as
    /// none can be told to be left out.
    /// </summary>
    private void Direct(ReadOnlySpan<char> directive)
    {
        if (directive.StartsWith("if", StringComparison.Ordinal))
        {
            _conditions.Push(new ConditionalCounts(_open, default, HasElse: false));
        }
        else if (directive is ['e', ..] && _conditions.TryPop(out ConditionalCounts counts))
        {
            counts = counts with { Most = counts.Most.With(_open), HasElse = counts.HasElse || directive.StartsWith("else", StringComparison.Ordinal) };
            bool isEnd = directive.StartsWith("endif", StringComparison.Ordinal);
            _open = !isEnd ? counts.Before : counts.HasElse ? counts.Most : counts.Most.With(counts.Before);
            if (!isEnd)
            {
                _conditions.Push(counts);
            }
        }
    }

    private static bool IsLineStart(ReadOnlySpan<char> head, char before)
    {
        int line = head.LastIndexOfAny(NewLines);
        return (line >= 0 || before is '\0' or '\n') && head[(line + 1)..].IsWhiteSpace();
    }

    private void EndStatement() => _open.Angles = _open.Questions = 0;

    private void Open(char sign)
    {
        _open.Depth++;
        _open.Squares += sign == '[' ? 1 : 0;
        _open.Parentheses += sign == '(' ? 1 : 0;
        if (sign == '{')
        {
            EndStatement();
        }

        _cost += _open.Depth > FreeDepth ? (long)_open.Depth * _open.Depth : 0;
        _cost += sign == '[' && _open.Squares > FreeSquareDepth ? SquareWeight * (long)_open.Squares * _open.Squares : 0;
    }

    /// <summary>
    /// What follows a string literal. Of an interpolated one the inside counts, as it holds code; quotes inside its holes are taken for its
    /// end.
    /// </summary>
    private ReadOnlySpan<char> Literal(ReadOnlySpan<char> head, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> prefix = head[(head.LastIndexOfAnyExcept("@$") + 1)..];
        bool isInterpolated = prefix.Contains('$'), isVerbatim = prefix.Contains('@');
        int quotes = isVerbatim ? 1 : 1 + Math.Max(0, text.IndexOfAnyExcept('"') is var run && run < 0 ? text.Length : run);
        if (quotes == 2)
        {
            return text[1..];
        }

        int length;
        if (quotes >= 3)
        {
            // One that has text behind its quotes ends with the line.
            ReadOnlySpan<char> raw = text[(quotes - 1)..];
            int line = raw.IndexOfAny(NewLines);
            raw = line >= 0 && !raw[..line].IsWhiteSpace() ? raw[..line] : raw;
            int end = raw.IndexOf(new string('"', Math.Min(quotes, 1000)));
            length = end < 0 ? quotes - 1 + raw.Length : Math.Min(text.Length, quotes - 1 + end + quotes);
        }
        else
        {
            length = isVerbatim ? Verbatim(text) : Regular(text);
        }

        if (isInterpolated)
        {
            Count(text[..length], isLiteral: true);
        }

        return text[length..];
    }

    private static int Verbatim(ReadOnlySpan<char> text)
    {
        for (int at = 0; at < text.Length;)
        {
            int quote = text[at..].IndexOf('"');
            if (quote < 0)
            {
                break;
            }

            at += quote + 1;
            if (at >= text.Length || text[at] != '"')
            {
                return at;
            }

            at++;
        }

        return text.Length;
    }

    private static int Regular(ReadOnlySpan<char> text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            int stop = text[at..].IndexOfAny(s_ends);
            if (stop < 0)
            {
                break;
            }

            at += stop;
            if (text[at] != '\\')
            {
                return text[at] == '"' ? at + 1 : at;
            }

            at++;
        }

        return text.Length;
    }

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> text, int at, int length) => at < 0 ? [] : text[(at + length)..];

    /// <summary>What is open at a place.</summary>
    private record struct OpenCounts(int Depth, int Squares, int Angles, int Questions, int Parentheses)
    {
        public readonly OpenCounts With(OpenCounts other) => new(
            Math.Max(Depth, other.Depth), Math.Max(Squares, other.Squares), Math.Max(Angles, other.Angles), Math.Max(Questions, other.Questions), Math.Max(Parentheses, other.Parentheses));
    }

    /// <summary>What was open before an <c>#if</c>, and the most that is behind one of its branches.</summary>
    private readonly record struct ConditionalCounts(OpenCounts Before, OpenCounts Most, bool HasElse);
}
