namespace StructIndex;

/// <summary>
/// BM25F of a pool (Robertson, Zaragoza and Taylor, 2004): the counts of each field are divided by its length, weighed and added before
/// they are dampened. With all weights 1 and one shared length it is BM25 over the whole text.
/// </summary>
internal sealed class LexicalPool : IPoolScorer
{
    private const double Damping = 1.4;

    private readonly PoolWords _words;
    private readonly Dictionary<int, List<(int Candidate, float Weight)>> _postings = [];
    private readonly int _count;

    /// <param name="words">The words of the pairs.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="weights">Weight of name, container, path, signature, body.</param>
    /// <param name="lengthShares">How much the length of each field counts, 0 to 1.</param>
    public LexicalPool(PoolWords words, PairPool pool, ReadOnlySpan<double> weights, ReadOnlySpan<double> lengthShares)
    {
        _words = words;
        _count = pool.Pairs.Length;
        double[] meanLengths = new double[TrainingSet.CodeFields];
        for (int field = 0; field < TrainingSet.CodeFields; field++)
        {
            long total = 0;
            foreach (int pair in pool.Pairs)
            {
                total += Length(words.Counts(pair, field));
            }

            meanLengths[field] = Math.Max((double)total / _count, 1e-9);
        }

        Dictionary<int, double> candidate = [];
        for (int i = 0; i < _count; i++)
        {
            candidate.Clear();
            for (int field = 0; field < TrainingSet.CodeFields; field++)
            {
                ReadOnlySpan<int> of = words.Words(pool.Pairs[i], field), counts = words.Counts(pool.Pairs[i], field);
                double norm = weights[field] / (1 - lengthShares[field] + (lengthShares[field] * Length(counts) / meanLengths[field]));
                for (int w = 0; w < of.Length; w++)
                {
                    candidate[of[w]] = candidate.GetValueOrDefault(of[w]) + (norm * counts[w]);
                }
            }

            foreach ((int word, double weight) in candidate)
            {
                if (!_postings.TryGetValue(word, out List<(int, float)>? list))
                {
                    _postings.Add(word, list = []);
                }

                list.Add((i, (float)(weight * (Damping + 1) / (weight + Damping))));
            }
        }
    }

    /// <summary>BM25 over all fields as one text.</summary>
    public static LexicalPool Bm25(PoolWords words, PairPool pool) => new(words, pool, [1, 1, 1, 1, 1], [.0, .0, .0, .0, .75]);

    /// <summary>BM25F with weights for functions and their documentation.</summary>
    public static LexicalPool Bm25F(PoolWords words, PairPool pool) => new(words, pool, [4, .75, 1, .75, .5], [.3, .3, .3, .5, .75]);

    public void Score(int query, Span<float> scores)
    {
        scores[.._count].Clear();
        ReadOnlySpan<int> asked = _words.Words(query, TrainingSet.CodeFields);
        foreach (int word in asked)
        {
            if (_postings.TryGetValue(word, out List<(int Candidate, float Weight)>? list))
            {
                float idf = (float)Math.Log(1 + ((_count - list.Count + .5) / (list.Count + .5)));
                foreach ((int i, float weight) in list)
                {
                    scores[i] += idf * weight;
                }
            }
        }
    }

    private static long Length(ReadOnlySpan<int> counts)
    {
        long length = 0;
        foreach (int count in counts)
        {
            length += count;
        }

        return length;
    }
}
