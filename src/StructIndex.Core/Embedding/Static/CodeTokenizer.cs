using System.Buffers;
using System.Runtime.CompilerServices;

namespace StructIndex;

/// <summary>
/// Reads the words of a text as a static model was trained on them: <c>[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+</c>,
/// lower-cased, cut to 24 bytes of UTF-8, numbers of more than 4 digits left out.
/// </summary>
/// <remarks>
/// Version 1 knows the letters A-Z alone; others break words. In version 2, A-Z and a-z of the expression stand for the capitals and small
/// letters of all scripts, Latin letters lose their marks (<c>Größe</c> is <c>grosse</c>), and an ideograph is a word of its own.
/// </remarks>
/// <param name="text">The text.</param>
/// <param name="version">1 or 2: the version that the model names.</param>
internal ref struct CodeTokenizer(ReadOnlySpan<char> text, uint version = CodeTokenizer.Version)
{
    /// <summary>The newest version.</summary>
    public const uint Version = 2;

    /// <summary>The characters that words are made of in version 1.</summary>
    public static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    // What cannot begin a word in version 2: the rest of ASCII.
    private static readonly SearchValues<char> s_separators =
        SearchValues.Create([.. Enumerable.Range(0, 0x80).Select(c => (char)c).Where(c => !char.IsAsciiLetterOrDigit(c))]);

    private const int MaxDigits = 4;
    private readonly ReadOnlySpan<char> _text = text;
    private readonly bool _allScripts = version >= 2;
    private int _at;

    /// <summary>Reads the next word; false at the end of the text.</summary>
    [SkipLocalsInit]
    public bool Read(out Token token)
    {
        Span<byte> word = stackalloc byte[Token.MaxLength];
        while (true)
        {
            int skip = _allScripts ? _text[_at..].IndexOfAnyExcept(s_separators) : _text[_at..].IndexOfAny(LettersAndDigits);
            if (skip < 0)
            {
                _at = _text.Length;
                token = default;
                return false;
            }

            int start = _at + skip;
            int end = char.IsAscii(_text[start]) ? EndOfWord(_text, start) : start;
            if (_allScripts && end < _text.Length && !char.IsAscii(_text[end]) && (end == start || !char.IsAsciiDigit(_text[start])))
            {
                if (ReadAnyScript(start, word, out int bytes))
                {
                    token = Token.From(word[..bytes]);
                    return true;
                }

                continue;
            }

            _at = end;
            int length = end - start;
            if (char.IsAsciiDigit(_text[start]) && length > MaxDigits)
            {
                continue;
            }

            length = Math.Min(length, Token.MaxLength);
            for (int i = 0; i < length; i++)
            {
                // Sets the bit that tells lower from upper case; digits have it already.
                word[i] = (byte)(_text[start + i] | 0x20);
            }

            token = Token.From(word[..length]);
            return true;
        }
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        if (char.IsAsciiDigit(text[start]))
        {
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            return end;
        }

        while (end < text.Length && char.IsAsciiLetterUpper(text[end]))
        {
            end++;
        }

        bool lowerFollows = end < text.Length && char.IsAsciiLetterLower(text[end]);
        if (lowerFollows && end - start >= 2)
        {
            // An acronym: its last capital begins the next word.
            return end - 1;
        }

        while (end < text.Length && char.IsAsciiLetterLower(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>The same rules for a word that has letters outside ASCII; false when nothing here belongs to a word.</summary>
    private bool ReadAnyScript(int start, scoped Span<byte> word, out int bytes)
    {
        bytes = 0;
        LetterKind first = KindAt(start);
        if (first is LetterKind.None or LetterKind.Mark)
        {
            _at = start + 1;
            return false;
        }

        int end = start + 1;
        if (first == LetterKind.Upper)
        {
            int capital = start;
            while (KindAt(end) is LetterKind.Upper or LetterKind.Mark)
            {
                capital = KindAt(end) == LetterKind.Upper ? end : capital;
                end++;
            }

            if (capital > start && KindAt(end) == LetterKind.Lower)
            {
                end = capital;
                first = LetterKind.None;
            }
        }

        while ((first is LetterKind.Upper or LetterKind.Lower && KindAt(end) is LetterKind.Lower or LetterKind.Mark)
            || (first == LetterKind.Ideograph && KindAt(end) == LetterKind.Mark))
        {
            end++;
        }

        for (int i = start; i < end && WordLetters.TryAppend(_text[i], word, ref bytes); i++)
        {
        }

        _at = end;
        return bytes > 0;
    }

    private readonly LetterKind KindAt(int at)
    {
        if (at >= _text.Length)
        {
            return LetterKind.None;
        }

        char c = _text[at];
        return char.IsAsciiLetterUpper(c) ? LetterKind.Upper
            : char.IsAsciiLetterLower(c) ? LetterKind.Lower
            : char.IsAscii(c) ? LetterKind.None
            : WordLetters.KindOf(c);
    }
}
