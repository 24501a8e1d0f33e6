using System.Text;

namespace StructIndex;

/// <summary>Splits as GPT-2 does, then writes each byte of the UTF-8 text as one printable character, so that no text is unknown.</summary>
/// <param name="PrefixSpace">Whether a text that begins with no blank is given one.</param>
/// <param name="Words">Whether to split; otherwise others have.</param>
internal sealed record ByteLevelPreTokenizer(bool PrefixSpace, bool Words) : IPreTokenizer
{
    // The expression of GPT-2's encoder.
    private static readonly TextPattern s_words = TextPattern.Expression(@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+");

    public void Split(TextPiece piece, List<TextPiece> pieces)
    {
        AlignedText text = piece.ToText();
        text = PrefixSpace && !text.Text.StartsWith(' ') ? new PrependNormalizer(" ").Normalize(text) : text;
        if (!Words)
        {
            Add(text, 0, text.Text.Length, pieces);
            return;
        }

        foreach ((int start, int length) in s_words.Matches(text.Text))
        {
            Add(text, start, length, pieces);
        }
    }

    private static void Add(AlignedText text, int start, int length, List<TextPiece> pieces)
    {
        if (length > 0)
        {
            AlignedText bytes = Encode(text.Slice(start, length));
            pieces.Add(new TextPiece(bytes, 0, bytes.Text.Length));
        }
    }

    private static AlignedText Encode(AlignedText text)
    {
        AlignedBuilder builder = new(text);
        Span<byte> bytes = stackalloc byte[4];
        Span<char> one = stackalloc char[1];
        for (int i = 0; i < text.Text.Length;)
        {
            Rune rune = Characters.At(text.Text, i, out int length);
            foreach (byte b in bytes[..rune.EncodeToUtf8(bytes)])
            {
                one[0] = ByteAlphabet.Characters[b];
                builder.Append(one, i, length);
            }

            i += length;
        }

        return builder.Build();
    }
}
