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

    private static readonly SearchValues<char> s_signs = SearchValues.Create("()[]{}<>;?:#/\"'");

    private int _depth;
    private int _squares;
    private int _angles;
    private int _questions;
    private int _conditions;
    private int _strays;
    private int _parentheses;
    private long _cost;

    private readonly bool IsExceeded
        => _depth > MaxDepth || _squares > MaxSquareDepth || _angles > MaxAngleDepth || _questions > MaxQuestions || _conditions > MaxDepth || _strays > MaxStrays || _cost > MaxCost;

    /// <summary>
    /// Whether brackets or <c>#if</c> are nested deeper, or deep more often, than the parser can take. Literals and comments do not count;
    /// linear time.
    /// </summary>
    public static bool IsTooDeep(ReadOnlySpan<char> text)
    {
        NestingCheck check = default;
        check.Count(text, isLiteral: false);
        return check.IsExceeded || check._parentheses > MaxOpen;
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
                    _strays += _depth == 0 ? 1 : 0;
                    _parentheses -= sign == ')' && _parentheses > 0 ? 1 : 0;
                    _depth = Math.Max(0, _depth - 1);
                    _squares -= sign == ']' && _squares > 0 ? 1 : 0;
                    if (sign == '}')
                    {
                        EndStatement();
                    }

                    break;
                case '<':
                    _angles += (char.IsLetterOrDigit(before) || before == '_') && !text.StartsWith('<') && !text.StartsWith('=') ? 1 : 0;
                    break;
                case '>':
                    _angles = Math.Max(0, _angles - 1);
                    break;
                case ';':
                    EndStatement();
                    break;
                case '?':
                    _questions += before == '?' || text.StartsWith('.') || text.StartsWith('[') || text.StartsWith('?') ? 0 : 1;
                    break;
                case ':':
                    _questions = Math.Max(0, _questions - 1);
                    break;
                case '#':
                    ReadOnlySpan<char> directive = text.TrimStart(" \t");
                    _conditions += directive.StartsWith("if", StringComparison.Ordinal) ? 1 : directive.StartsWith("endif", StringComparison.Ordinal) && _conditions > 0 ? -1 : 0;
                    break;
                case '/' when text.StartsWith('/'):
                    text = Behind(text, text.IndexOf('\n'), 1);
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

    private void EndStatement() => _angles = _questions = 0;

    private void Open(char sign)
    {
        _depth++;
        _squares += sign == '[' ? 1 : 0;
        _parentheses += sign == '(' ? 1 : 0;
        if (sign == '{')
        {
            EndStatement();
        }

        _cost += _depth > FreeDepth ? (long)_depth * _depth : 0;
        _cost += sign == '[' && _squares > FreeSquareDepth ? SquareWeight * (long)_squares * _squares : 0;
    }

    /// <summary>
    /// What follows a string literal. Of an interpolated one the inside counts, as it holds code; quotes inside its holes are taken for its
    /// end.
    /// </summary>
    private ReadOnlySpan<char> Literal(ReadOnlySpan<char> head, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> prefix = head[(head.LastIndexOfAnyExcept("@$") + 1)..];
        bool isInterpolated = prefix.Contains('$');
        int quotes = 1 + Math.Max(0, text.IndexOfAnyExcept('"') is var run && run < 0 ? text.Length : run);
        if (quotes == 2)
        {
            return text[1..];
        }

        int length;
        if (quotes >= 3)
        {
            int end = text[(quotes - 1)..].IndexOf(new string('"', Math.Min(quotes, 1000)));
            length = end < 0 ? text.Length : Math.Min(text.Length, quotes - 1 + end + quotes);
        }
        else
        {
            length = prefix.Contains('@') ? Verbatim(text) : Regular(text);
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
            int stop = text[at..].IndexOfAny('"', '\\', '\n');
            if (stop < 0)
            {
                break;
            }

            at += stop;
            if (text[at] != '\\')
            {
                return at + 1;
            }

            at++;
        }

        return text.Length;
    }

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> text, int at, int length) => at < 0 ? [] : text[(at + length)..];
}
