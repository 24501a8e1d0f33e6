using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>The values of each <see cref="RelevanceFeature"/> for one query, and what abstaining can say about it.</summary>
internal sealed class RelevanceEvidence
{
    private const int Top = 10;

    /// <summary>Number of features.</summary>
    public static readonly int Count = Enum.GetValues<RelevanceFeature>().Length;

    private readonly double[] _values = new double[Count];

    /// <summary>Whether the query and the index have vectors whose cosines have a known meaning.</summary>
    public bool HasDense { get; private init; }

    /// <summary>The words of the query that neither occur in the index nor have a near word there, the rarest first.</summary>
    public IReadOnlyList<string> UnknownWords { get; private init; } = [];

    /// <summary>The value of a feature; those of the cosines are 0 without vectors.</summary>
    public double this[RelevanceFeature feature]
    {
        get => _values[(int)feature];
        private set => _values[(int)feature] = value;
    }

    /// <summary>Gathers the evidence of a query.</summary>
    /// <param name="contents">The index.</param>
    /// <param name="traits">What is known of its files.</param>
    /// <param name="query">The query in the user's words.</param>
    /// <param name="words">The query's words that tell something.</param>
    /// <param name="evidence">What the legs found.</param>
    /// <param name="hits">The units that stand for the five best files, best first.</param>
    /// <param name="model">The static model of the vectors; null without vectors, and for vectors of another model: what their cosines mean is not known.</param>
    public static RelevanceEvidence Of(IndexContents contents, FileTraits traits, string query, LexicalQuery words, SearchEvidence evidence, int[] hits, StaticEmbeddingModel? model)
    {
        float[] weights = [.. words.Words.Select(word => word.Count * (float)(model?.Rarity(word.Text) ?? word.Idf))];
        RelevanceEvidence gathered = new()
        {
            HasDense = evidence.HasDense && model is not null,
            UnknownWords = [.. words.Words.Zip(weights).Where(pair => pair.First.Terms.Length == 0).OrderByDescending(pair => pair.Second).ThenBy(pair => pair.First.Text, StringComparer.Ordinal).Select(pair => pair.First.Text)],
        };
        gathered.ReadDense(evidence);
        gathered.ReadWords(contents, words, weights, hits);
        gathered[RelevanceFeature.NamedSymbol] = hits.Any(unit => Names(query, contents.Units[unit].Name)) ? 1 : 0;
        gathered[RelevanceFeature.LogUnits] = Math.Log(1 + contents.Units.Count);
        NameMatch names = new(contents.Lexical, words, weights, model);
        gathered[RelevanceFeature.NameMatch] = hits.Max(unit => names.Of(traits.UnitNameTerms[unit], traits.FileNameTerms[traits.FileOf[unit]]));
        return gathered;
    }

    /// <summary>The values in the order of the features.</summary>
    public ReadOnlySpan<double> AsSpan() => _values;

    // A name in plain lower case may be any word, so it says nothing.
    private static bool Names(string query, string name)
    {
        bool tells = name.Any(c => char.IsUpper(c) || c == '_');
        for (int at = 0; tells && LexicalTokens.NextIdentifier(query, ref at, out ReadOnlySpan<char> identifier);)
        {
            if (identifier.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadDense(SearchEvidence evidence)
    {
        ReadOnlySpan<float> best = evidence.LargestDense.Scores;
        if (HasDense && best.Length > 0)
        {
            best = best[..Math.Min(best.Length, Top)];
            this[RelevanceFeature.TopCosine] = best[0];
            this[RelevanceFeature.TopTenCosine] = TensorPrimitives.Sum(best) / best.Length;
        }
    }

    private void ReadWords(IndexContents contents, LexicalQuery query, float[] weights, int[] leading)
    {
        double known = 0, total = 0;
        for (int word = 0; word < weights.Length; word++)
        {
            double most = 0;
            foreach (LexicalTerm term in query.Words[word].Terms)
            {
                most = Math.Max(most, term.Similarity);
            }

            known += weights[word] * most;
            total += weights[word];
        }

        this[RelevanceFeature.KnownWords] = total > 0 ? known / total : 0;
        this[RelevanceFeature.BestCoverage] = query.Coverage(contents.Lexical, [.. leading.Order()], weights).Max();
        this[RelevanceFeature.HeldRarity] = this[RelevanceFeature.BestCoverage] * total;
    }
}
