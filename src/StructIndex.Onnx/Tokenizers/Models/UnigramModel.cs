namespace StructIndex;

/// <summary>
/// A unigram language model, as SentencePiece trains it: of all ways to cut a piece, the one with the greatest sum of log probabilities.
/// Microsoft.ML.Tokenizers' own can be made only from a SentencePiece file, which a hub folder with a tokenizer.json need not have.
/// </summary>
internal sealed class UnigramModel : ITokenModel
{
    // What an unknown character costs beyond the least likely piece.
    private const double UnknownPenalty = 10;
    private readonly PrefixTable _pieces;
    private readonly double[] _scores;
    private readonly int _unknown;
    private readonly double _unknownScore;
    private readonly ByteFallback? _bytes;

    /// <param name="pieces">The pieces without special tokens, with their ids.</param>
    /// <param name="scores">Log probabilities of all ids.</param>
    /// <param name="unknown">Id of the unknown token.</param>
    /// <param name="bytes">Tokens to write an unknown character with; null for none.</param>
    public UnigramModel(IEnumerable<KeyValuePair<string, int>> pieces, double[] scores, int unknown, ByteFallback? bytes)
    {
        (_pieces, _scores, _unknown, _bytes) = (new PrefixTable(pieces.Where(piece => piece.Key.Length > 0)), scores, unknown, bytes);
        _unknownScore = (scores.Length == 0 ? 0 : scores.Min()) - UnknownPenalty;
    }

    public void Tokenize(ReadOnlySpan<char> text, List<ModelToken> tokens)
    {
        // For each place the best way to get there: its score, where its last token starts (-1 for no way yet), and that token.
        (double Score, int From, int Id)[] best = new (double, int, int)[text.Length + 1];
        Array.Fill(best, (0, -1, _unknown));
        for (int start = 0; start < text.Length;)
        {
            Characters.At(text, start, out int character);
            bool single = false;
            PrefixTable.Enumerator found = _pieces.Find(text[start..]);
            while (found.MoveNext())
            {
                (int length, int id) = found.Current;
                Offer(best, start, start + length, _scores[id], id);
                single |= length == character;
            }

            if (!single)
            {
                Offer(best, start, start + character, _unknownScore, _unknown);
            }

            start += character;
        }

        List<ModelToken> path = [];
        for (int end = text.Length; end > 0; end = best[end].From)
        {
            path.Add(new ModelToken(best[end].Id, best[end].From, end - best[end].From));
        }

        for (int i = path.Count - 1; i >= 0; i--)
        {
            // Unknown tokens side by side are one, or the bytes of what they stand for.
            ModelToken token = path[i];
            while (token.Id == _unknown && i > 0 && path[i - 1].Id == _unknown)
            {
                token = token with { Length = token.Length + path[--i].Length };
            }

            int[] ids = token.Id == _unknown && _bytes is not null ? _bytes.Encode(text.Slice(token.Start, token.Length)) : [token.Id];
            tokens.AddRange(ids.Select(id => token with { Id = id }));
        }
    }

    private static void Offer((double Score, int From, int Id)[] best, int start, int end, double score, int id)
    {
        double total = best[start].Score + score;
        if (best[end].From < 0 || total > best[end].Score)
        {
            best[end] = (total, start, id);
        }
    }
}
