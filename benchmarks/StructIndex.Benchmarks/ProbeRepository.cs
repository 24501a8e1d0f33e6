namespace StructIndex.Benchmarks;

/// <summary>
/// A development repository without any ranker: a file scored by the soft sum t ln sum exp(score / t) of its units, densely (t = .05), and fused with BM25F
/// (t = .1 of its largest score, the query widened by the model's nearest words), both legs mapped to [0, 1] between their 50th file and their first, .6 and .4.
/// </summary>
internal sealed class ProbeRepository
{
    private const float DenseTemperature = .05f;
    private const float LexicalTemperature = .1f;
    private const float DenseShare = .6f;

    // What the word match adds is much of what words say, so less of them is left to add.
    private const float MatchedShare = .8f;
    private const int FloorPlace = 50;
    private const int Cut = 10;

    private readonly DevelopmentRepository _repository;
    private readonly ProbeUnit[] _units;
    private readonly int[] _fileOf;
    private readonly string[] _files;
    private readonly Lazy<LexicalIndex> _lexical;

    public ProbeRepository(DevelopmentRepository repository, ProbeUnit[] units)
    {
        (_repository, _units) = (repository, units);
        _files = [.. units.Select(u => u.Fields.Path).Distinct(StringComparer.Ordinal)];
        Dictionary<string, int> places = _files.Select((path, i) => (path, i)).ToDictionary(f => f.path, f => f.i, StringComparer.Ordinal);
        _fileOf = [.. units.Select(u => places[u.Fields.Path])];
        _lexical = new Lazy<LexicalIndex>(() => LexicalIndexBuilder.Build(units.Length, unit => units[unit].Fields, default));
    }

    public FieldProducts Products(StaticEmbeddingModel model) => new(model, _units, [.. _repository.Queries.Select(q => q.Text)]);

    /// <summary>nDCG@10 of the dense leg alone, mean over the repository's queries.</summary>
    public double Dense(FieldProducts products, FieldWeights weights, bool matched = false)
    {
        float[] lengths = products.Lengths(weights), cosines = new float[_units.Length];
        double sum = 0;
        for (int q = 0; q < _repository.Queries.Count; q++)
        {
            products.Cosines(q, weights, lengths, cosines);
            if (matched)
            {
                products.AddWordMatch(q, cosines);
            }

            sum += Ndcg(_repository.Queries[q], Files(cosines, DenseTemperature), cosines);
        }

        return sum / _repository.Queries.Count;
    }

    /// <summary>nDCG@10 of both legs.</summary>
    public double Fused(StaticEmbeddingModel model, FieldProducts products, FieldWeights weights, bool matched = false)
    {
        float[] lengths = products.Lengths(weights), cosines = new float[_units.Length], words = new float[_units.Length];
        float share = matched ? MatchedShare : DenseShare;
        double sum = 0;
        for (int q = 0; q < _repository.Queries.Count; q++)
        {
            products.Cosines(q, weights, lengths, cosines);
            if (matched)
            {
                products.AddWordMatch(q, cosines);
            }

            LexicalIndex index = _lexical.Value;
            index.Score(LexicalQuery.Of(ParsedQuery.Parse(_repository.Queries[q].Text), index, model.NearestWords).Words, words);
            float best = Math.Max(words.Max(), float.Epsilon);
            float[] dense = Scaled(Files(cosines, DenseTemperature)), lexical = Scaled(Files([.. words.Select(s => s / best)], LexicalTemperature));
            float[] fused = [.. dense.Zip(lexical, (d, l) => (share * Math.Max(d, 0)) + ((1 - share) * Math.Max(l, 0)))];
            sum += Ndcg(_repository.Queries[q], fused, cosines);
        }

        return sum / _repository.Queries.Count;
    }

    private float[] Files(ReadOnlySpan<float> scores, float temperature)
    {
        double[] sums = new double[_files.Length];
        for (int unit = 0; unit < scores.Length; unit++)
        {
            sums[_fileOf[unit]] += Math.Exp((scores[unit] - 1) / temperature);
        }

        return [.. sums.Select(s => (float)(temperature * Math.Log(s)))];
    }

    private static float[] Scaled(float[] scores)
    {
        float[] sorted = [.. scores.OrderDescending()];
        float floor = sorted[Math.Min(FloorPlace, sorted.Length) - 1], range = Math.Max(sorted[0] - floor, float.Epsilon);
        return [.. scores.Select(s => (s - floor) / range)];
    }

    private double Ndcg(DevelopmentQuery query, float[] files, float[] units)
    {
        int[] ranked = [.. Enumerable.Range(0, files.Length).OrderByDescending(f => files[f]).ThenBy(f => f).Take(Cut)];
        LineRange[] lines = [.. ranked.Select(f => _units[Enumerable.Range(0, units.Length).Where(u => _fileOf[u] == f).MaxBy(u => units[u])].Lines)];
        return query.Measure([.. ranked.Select((file, i) => (_repository.Prefix + _files[file], lines[i]))]).Ndcg;
    }
}
