using System.Runtime.CompilerServices;

namespace StructIndex;

/// <summary>
/// Turns text into the tokens of the lexical index: the words of each identifier without their plural, and the whole identifier
/// in lower case where it has more than one word. The whole finds exact symbols; the words find everything else.
/// </summary>
internal static class LexicalTokens
{
    /// <summary>Longer runs of letters and digits are data (hashes, base64), not identifiers; they are left out.</summary>
    private const int MaxIdentifierLength = 128;

    /// <summary>Numbers with more digits name nothing that anybody asks for.</summary>
    private const int MaxDigits = 4;

    /// <summary>ASCII that identifiers are made of: a bit for each character from 0 and from 64 on.</summary>
    private const ulong Digits = 0x03FF000000000000, LettersAndUnderscore = 0x07FFFFFE87FFFFFE;

    /// <summary>Takes one token, and the same in lower case with its plural; the spans live only during the call.</summary>
    public delegate void TokenSink<in TState>(TState state, ReadOnlySpan<char> token, ReadOnlySpan<char> unstemmed);

    /// <summary>Finds the next run of letters, digits and underscores.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to look on from; moved behind the identifier.</param>
    /// <param name="identifier">The identifier.</param>
    /// <returns>False when the text holds no more.</returns>
    public static bool NextIdentifier(ReadOnlySpan<char> text, ref int at, out ReadOnlySpan<char> identifier)
    {
        while (at < text.Length)
        {
            if (!IsPart(text[at]))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < text.Length && IsPart(text[at]))
            {
                at++;
            }

            if (at - start <= MaxIdentifierLength)
            {
                identifier = text[start..at];
                return true;
            }
        }

        identifier = default;
        return false;
    }

    /// <summary>Gives the tokens of one identifier, in order: its words, then the whole.</summary>
    public static void Read<TState>(ReadOnlySpan<char> identifier, TState state, TokenSink<TState> sink)
    {
        if (ReadWords(identifier, state, sink) > 1)
        {
            ReadWhole(identifier, state, sink);
        }
    }

    /// <summary>Gives an identifier of several words as a whole; nothing for one that begins with a digit.</summary>
    public static void ReadWhole<TState>(ReadOnlySpan<char> identifier, TState state, TokenSink<TState> sink)
    {
        if (!char.IsAsciiDigit(identifier[0]))
        {
            Span<char> lower = stackalloc char[MaxIdentifierLength];
            ReadOnlySpan<char> whole = identifier.Trim('_');
            Span<char> token = lower[..whole.ToLowerInvariant(lower)];
            sink(state, token, token);
        }
    }

    /// <summary>Gives the words of one identifier, in order, without the whole.</summary>
    /// <returns>How many words the identifier has.</returns>
    public static int ReadWords<TState>(ReadOnlySpan<char> identifier, TState state, TokenSink<TState> sink)
    {
        Span<char> lower = stackalloc char[MaxIdentifierLength];
        Span<char> singular = stackalloc char[MaxIdentifierLength];
        int words = 0;
        foreach (ReadOnlySpan<char> word in IdentifierWords.Split(identifier))
        {
            words++;
            Span<char> token = lower[..word.ToLowerInvariant(lower)];
            if (!char.IsAsciiDigit(token[0]) || token.Length <= MaxDigits)
            {
                token.CopyTo(singular);
                sink(state, singular[..PluralStripper.Strip(singular[..token.Length])], token);
            }
        }

        return words;
    }

    /// <summary>A path without the extension of its last component.</summary>
    public static ReadOnlySpan<char> WithoutExtension(ReadOnlySpan<char> path)
    {
        int dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') + 1 ? path[..dot] : path;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPart(char c) => c < 0x80 ? (((c < 64 ? Digits : LettersAndUnderscore) >> (c & 63)) & 1) != 0 : char.IsLetterOrDigit(c);
}
