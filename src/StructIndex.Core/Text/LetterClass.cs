using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace StructIndex;

/// <summary>What a character means for the borders between words.</summary>
internal enum LetterClass : byte
{
    /// <summary>No part of a word.</summary>
    Separator,

    /// <summary>A lower-case letter.</summary>
    Lower,

    /// <summary>An upper-case or title-case letter.</summary>
    Upper,

    /// <summary>A letter without case.</summary>
    Caseless,

    /// <summary>A decimal digit.</summary>
    Digit,

    /// <summary>A mark that belongs to the letter before it.</summary>
    Mark,
}

/// <summary>Reads classes from text.</summary>
internal static class LetterClasses
{
    private static readonly LetterClass[] s_ascii =
    [
        .. Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterLower((char)c) ? LetterClass.Lower
            : char.IsAsciiLetterUpper((char)c) ? LetterClass.Upper
            : char.IsAsciiDigit((char)c) ? LetterClass.Digit
            : LetterClass.Separator),
    ];

    /// <summary>The class of the character at an offset, and its length in UTF-16 units; a separator at the end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Offset of the character.</param>
    /// <param name="length">1, or 2 for a surrogate pair; 0 at the end.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LetterClass At(ReadOnlySpan<char> text, int at, out int length)
    {
        if ((uint)at >= (uint)text.Length)
        {
            length = 0;
            return LetterClass.Separator;
        }

        char c = text[at];
        length = 1;
        return c < s_ascii.Length ? s_ascii[c] : Beyond(text, at, out length);
    }

    private static LetterClass Beyond(ReadOnlySpan<char> text, int at, out int length)
    {
        // Half a surrogate pair decodes to U+FFFD, which separates.
        Rune.DecodeFromUtf16(text[at..], out Rune rune, out length);
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.LowercaseLetter => LetterClass.Lower,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => LetterClass.Upper,
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => LetterClass.Caseless,
            UnicodeCategory.DecimalDigitNumber => LetterClass.Digit,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => LetterClass.Mark,
            _ => LetterClass.Separator,
        };
    }

    /// <summary>
    /// The offset after the character at <paramref name="at"/>, <paramref name="length"/> long, and after the marks that follow it.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Offset of the character.</param>
    /// <param name="length">Its length.</param>
    public static int After(ReadOnlySpan<char> text, int at, int length)
    {
        at += length;
        while (at < text.Length && text[at] >= 0x80 && At(text, at, out length) == LetterClass.Mark)
        {
            at += length;
        }

        return at;
    }
}
