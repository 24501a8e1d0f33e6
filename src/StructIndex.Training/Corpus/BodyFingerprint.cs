namespace StructIndex;

/// <summary>
/// A hash of the words of a text, so that white space, punctuation, letter case and comment marks do not make two texts different.
/// </summary>
internal static class BodyFingerprint
{
    // FNV-1a over the words' bytes, with a separator between them.
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The hash; equal for texts of the same words in the same order.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        ulong hash = Basis;
        Span<byte> word = stackalloc byte[Token.MaxLength];
        CodeTokenizer reader = new(text);
        while (reader.Read(out Token token))
        {
            foreach (byte letter in word[..token.CopyTo(word)])
            {
                hash = (hash ^ letter) * Prime;
            }

            hash = (hash ^ ' ') * Prime;
        }

        return hash;
    }
}
