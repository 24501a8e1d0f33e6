using System.Buffers;

namespace StructIndex;

/// <summary>What a piece of SQL is.</summary>
internal enum SqlTokenKind
{
    /// <summary>The text is over.</summary>
    End,

    /// <summary>A keyword or a plain name.</summary>
    Word,

    /// <summary>A quoted name: <c>"a"</c>, <c>`a`</c>, <c>[a]</c>.</summary>
    QuotedName,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>One other character, or a literal.</summary>
    Other,
}

/// <summary>A piece of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int End)
{
    private static readonly SearchValues<char> s_spaces = SearchValues.Create(" \t\r\n\f\v\u00a0");
    private static readonly SearchValues<char> s_tagCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>The piece that begins at or after an offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The offset.</param>
    public static SqlToken Next(ReadOnlySpan<char> text, int at)
    {
        int skip = text[at..].IndexOfAnyExcept(s_spaces);
        if (skip < 0)
        {
            return new SqlToken(SqlTokenKind.End, text.Length, text.Length);
        }

        at += skip;
        ReadOnlySpan<char> rest = text[at..];
        char c = rest[0];
        (SqlTokenKind kind, int length) = c switch
        {
            '-' when rest.StartsWith("--") => (SqlTokenKind.Comment, LineLength(rest)),
            '/' when rest.StartsWith("/*") => (SqlTokenKind.Comment, Until(rest, 2, "*/")),
            '\'' => (SqlTokenKind.Other, Until(rest, 1, "'")),
            '"' => (SqlTokenKind.QuotedName, Until(rest, 1, "\"")),
            '`' => (SqlTokenKind.QuotedName, Until(rest, 1, "`")),
            '[' when rest is not [_, '\'', ..] => (SqlTokenKind.QuotedName, Until(rest, 1, "]")),
            '$' => (SqlTokenKind.Other, DollarLength(rest)),
            'q' or 'Q' when rest is [_, '\'', var open, ..] && !char.IsWhiteSpace(open) => (SqlTokenKind.Other, Until(rest, 3, $"{CloseOf(open)}'")),
            _ when IsWord(c) => (SqlTokenKind.Word, WordLength(rest)),
            _ => (SqlTokenKind.Other, 1),
        };
        return new SqlToken(kind, at, at + length);
    }

    /// <summary>The text of the piece.</summary>
    /// <param name="text">The whole text.</param>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text[Start..End];

    /// <summary>Whether the piece is this keyword, in any case.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="keyword">The keyword.</param>
    public bool Is(ReadOnlySpan<char> text, string keyword) => Kind == SqlTokenKind.Word && Of(text).Equals(keyword, StringComparison.OrdinalIgnoreCase);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '@' or '#';

    /// <summary>What ends a literal of Oracle's that names its own quotes: <c>q'[it's]'</c>.</summary>
    private static char CloseOf(char open) => open switch { '[' => ']', '(' => ')', '{' => '}', '<' => '>', _ => open };

    private static int WordLength(ReadOnlySpan<char> text)
    {
        int length = 1;
        while (length < text.Length && (IsWord(text[length]) || text[length] == '$'))
        {
            length++;
        }

        return length;
    }

    private static int LineLength(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : end;
    }

    /// <summary>A literal whose quotes are doubled inside comes as two literals, which changes nothing here.</summary>
    private static int Until(ReadOnlySpan<char> text, int from, string mark)
    {
        int end = text[from..].IndexOf(mark, StringComparison.Ordinal);
        return end < 0 ? text.Length : from + end + mark.Length;
    }

    /// <summary>PostgreSQL's <c>$tag$ ... $tag$</c>, in which function bodies stand.</summary>
    private static int DollarLength(ReadOnlySpan<char> text)
    {
        int close = text[1..].IndexOf('$');
        if (close < 0 || text.Slice(1, close).ContainsAnyExcept(s_tagCharacters) || (close > 0 && char.IsAsciiDigit(text[1])))
        {
            return 1;
        }

        ReadOnlySpan<char> tag = text[..(close + 2)];
        int end = text[tag.Length..].IndexOf(tag);
        return end < 0 ? text.Length : end + (2 * tag.Length);
    }
}
