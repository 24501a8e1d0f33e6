using System.Text;

namespace StructIndex;

/// <summary>Splits at white space, which is dropped, and makes each punctuation character a piece.</summary>
internal sealed class BertPreTokenizer : IPreTokenizer
{
    public void Split(TextPiece piece, List<TextPiece> pieces)
    {
        ReadOnlySpan<char> text = piece.Span;
        int start = 0;
        for (int i = 0; i < text.Length;)
        {
            Rune rune = Characters.At(text, i, out int length);
            bool space = Characters.IsWhiteSpace(rune);
            if (space || Characters.IsPunctuation(rune))
            {
                Add(start, i);
                if (!space)
                {
                    Add(i, i + length);
                }

                start = i + length;
            }

            i += length;
        }

        Add(start, text.Length);

        void Add(int from, int to)
        {
            if (to > from)
            {
                pieces.Add(piece.Part(from, to - from));
            }
        }
    }
}
