namespace StructIndex;

/// <summary>
/// Splits a word that the vocabulary lacks into words that it has: the cheapest split by Viterbi over unigram costs,
/// as in unigram-language-model segmentation (Kudo, 2018, without its training). The constants are the ones the model was trained with.
/// </summary>
internal sealed class WordSegmenter(Vocabulary vocabulary)
{
    /// <summary>Characters of a word that are looked at.</summary>
    public const int MaxWord = 32;

    private const int MinPiece = 2;
    private const int MaxPiece = 16;
    private const uint MinCountOfTwoLetters = 2000;
    private const double UnknownLetterCost = 25;
    private const double MinCoverage = .7;

    private readonly double _logTotal = Math.Log(Math.Max(vocabulary.TotalCount, 1));

    /// <summary>
    /// Rows of the pieces, in order; empty when they cover less than 70 % of the word, or the word is a number. Each of k pieces weighs
    /// 1/sqrt(k).
    /// </summary>
    /// <param name="word">Lower-case ASCII.</param>
    public int[] Segment(ReadOnlySpan<byte> word)
    {
        word = word[..Math.Min(word.Length, MaxWord)];
        if (word.IsEmpty || char.IsAsciiDigit((char)word[0]))
        {
            return [];
        }

        // cost[e] is the cheapest way to cover the first e letters; its last piece begins at from[e] and is row[e], or -1 for a lone
        // letter.
        Span<double> cost = stackalloc double[MaxWord + 1];
        Span<int> from = stackalloc int[MaxWord + 1];
        Span<int> row = stackalloc int[MaxWord + 1];
        cost[0] = 0;
        for (int end = 1; end <= word.Length; end++)
        {
            cost[end] = cost[end - 1] + UnknownLetterCost;
            from[end] = end - 1;
            row[end] = -1;
            for (int start = Math.Max(0, end - MaxPiece); start <= end - MinPiece; start++)
            {
                int found = vocabulary.Find(Token.From(word[start..end]));
                if (found < 0 || (end - start == MinPiece && vocabulary.CountOf(found) <= MinCountOfTwoLetters))
                {
                    continue;
                }

                double total = cost[start] + _logTotal - Math.Log(vocabulary.CountOf(found));
                if (total < cost[end])
                {
                    (cost[end], from[end], row[end]) = (total, start, found);
                }
            }
        }

        List<int> pieces = [];
        int covered = 0;
        for (int end = word.Length; end > 0; end = from[end])
        {
            if (row[end] >= 0)
            {
                pieces.Add(row[end]);
                covered += end - from[end];
            }
        }

        pieces.Reverse();
        return covered >= MinCoverage * word.Length ? [.. pieces] : [];
    }
}
