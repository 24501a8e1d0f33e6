using System.Buffers;
using System.Runtime.CompilerServices;

namespace StructIndex;

/// <summary>
/// Reads the words of a text as the static model was trained on them: <c>[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+</c>,
/// lower-cased, cut to 24 characters, numbers of more than 4 digits left out. Letters outside A-Z break words.
/// </summary>
internal ref struct CodeTokenizer(ReadOnlySpan<char> text)
{
    /// <summary>The characters that words are made of.</summary>
    public static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private const int MaxDigits = 4;
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Reads the next word; false at the end of the text.</summary>
    [SkipLocalsInit]
    public bool Read(out Token token)
    {
        Span<byte> word = stackalloc byte[Token.MaxLength];
        while (true)
        {
            int skip = _text[_at..].IndexOfAny(LettersAndDigits);
            if (skip < 0)
            {
                _at = _text.Length;
                token = default;
                return false;
            }

            int start = _at + skip;
            _at = EndOfWord(_text, start);
            int length = _at - start;
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
}
