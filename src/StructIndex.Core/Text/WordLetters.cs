using System.Globalization;

namespace StructIndex;

/// <summary>What the letters of any script are to the tokenizer, and how they are written in a token.</summary>
internal static class WordLetters
{
    private static readonly Dictionary<char, string> s_latin = ReadLatin();

    /// <summary>What a character outside ASCII does to the word around it.</summary>
    public static LetterKind KindOf(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => LetterKind.Upper,
        UnicodeCategory.LowercaseLetter => LetterKind.Lower,
        UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => IsIdeograph(c) ? LetterKind.Ideograph : LetterKind.Lower,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => LetterKind.Mark,
        _ => LetterKind.None,
    };

    /// <summary>
    /// Appends a letter as tokens hold it: lower case, Latin letters without their marks, UTF-8. False when it does not fit.
    /// </summary>
    public static bool TryAppend(char c, Span<byte> word, ref int length)
    {
        char lower = char.ToLowerInvariant(c);
        if (lower < 0x80)
        {
            return TryAppendByte((byte)lower, word, ref length);
        }

        if (s_latin.TryGetValue(lower, out string? plain))
        {
            return length + plain.Length <= word.Length && AppendAll(plain, word, ref length);
        }

        // After a Latin letter a combining mark is what the letter would lose anyway; other scripts need theirs to be read.
        if (KindOf(c) == LetterKind.Mark && length > 0 && word[length - 1] < 0x80)
        {
            return true;
        }

        Span<byte> utf8 = stackalloc byte[3];
        int bytes = new System.Text.Rune(lower).EncodeToUtf8(utf8);
        if (length + bytes > word.Length)
        {
            return false;
        }

        utf8[..bytes].CopyTo(word[length..]);
        length += bytes;
        return true;
    }

    private static bool AppendAll(string plain, Span<byte> word, ref int length)
    {
        foreach (char c in plain)
        {
            word[length++] = (byte)c;
        }

        return true;
    }

    private static bool TryAppendByte(byte letter, Span<byte> word, ref int length)
    {
        if (length == word.Length)
        {
            return false;
        }

        word[length++] = letter;
        return true;
    }

    // CJK ideographs, radicals and compatibility forms: scripts without spaces, in which one sign is about one word.
    private static bool IsIdeograph(char c) => c is (>= '\u2E80' and <= '\u2FDF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    private static Dictionary<char, string> ReadLatin()
    {
        Dictionary<char, string> letters = [];
        foreach (string[] row in DataTable.Rows("latin-letters.tsv"))
        {
            foreach (char letter in row[1])
            {
                letters[letter] = row[0];
            }
        }

        return letters;
    }
}
