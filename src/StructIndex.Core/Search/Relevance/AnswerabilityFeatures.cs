using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>The values of each <see cref="AnswerabilityFeature"/> for one query, and what abstaining can say about it.</summary>
internal sealed class AnswerabilityFeatures
{
    private const int NearestUnits = 10;

    // What more files hold is a name like any other.
    private const int MaxFilesOfSymbol = 3;

    /// <summary>Number of features.</summary>
    public static int Count { get; } = Enum.GetValues<AnswerabilityFeature>().Length;

    private readonly double[] _values = new double[Count];

    /// <summary>Whether the query and the index have vectors whose cosines have a known meaning.</summary>
    public bool HasDense { get; private init; }

    /// <summary>Whether the query names a symbol that units of few files bear: whatever else it says, that is here.</summary>
    public bool NamesSymbol { get; private set; }

    /// <summary>The words of the query that neither occur in the index nor have a near word there, the rarest first.</summary>
    public IReadOnlyList<string> UnknownWords { get; private init; } = [];

    /// <summary>The value of a feature; those of the cosines are 0 without vectors.</summary>
    public double this[AnswerabilityFeature feature]
    {
        get => _values[(int)feature];
        private set => _values[(int)feature] = value;
    }

    /// <summary>Reads the features of a query.</summary>
    /// <param name="context">The query. The cosines count where its model is known: what those of another model mean is not known.</param>
    /// <param name="leading">The units that stand for the five best files, best first.</param>
    public static AnswerabilityFeatures Of(QueryContext context, int[] leading)
    {
        LexicalQuery query = context.Words;
        float[] weights = [.. query.Words.Select(word => word.Count * (float)(context.Model?.Rarity(word.Text) ?? word.Idf))];
        AnswerabilityFeatures features = new()
        {
            HasDense = context.Scores.HasDense && context.Model is not null,
            UnknownWords = [.. query.Words.Zip(weights).Where(pair => pair.First.Terms.Length == 0).OrderByDescending(pair => pair.Second).ThenBy(pair => pair.First.Text, StringComparer.Ordinal).Select(pair => context.Query.WrittenAs(pair.First.Text))],
        };
        features.ReadDense(context.Scores);
        features.ReadWords(context, weights, leading);
        features[AnswerabilityFeature.NamedSymbol] = leading.Any(unit => IsNamed(context.Query, context.Contents.Units[unit].Name)) ? 1 : 0;
        features.NamesSymbol = NamesFew(context);
        features[AnswerabilityFeature.LogUnits] = Math.Log(1 + context.Contents.Units.Count);
        NameMatch names = new(context.Contents.Lexical, query, weights, context.Model);
        features[AnswerabilityFeature.NameMatch] = leading.Max(unit => names.Of(context.Traits.UnitNameTerms[unit], context.Traits.FileNameTerms[context.Traits.FileOf[unit]]));
        return features;
    }

    /// <summary>The values in the order of the features.</summary>
    public ReadOnlySpan<double> AsSpan() => _values;

    // A name in plain lower case may be any word, so it says nothing.
    private static bool IsNamed(ParsedQuery query, string name) => name.Any(c => char.IsUpper(c) || c == '_') && query.Identifiers.Contains(name);

    private static bool NamesFew(QueryContext context) =>
        context.Query.Symbols.Any(symbol => context.Contents.Graph.Find(symbol).Select(unit => unit.Path).Distinct(StringComparer.Ordinal).Count() is > 0 and <= MaxFilesOfSymbol);

    private void ReadDense(RetrievalScores scores)
    {
        ReadOnlySpan<float> best = scores.LargestDense.Scores;
        if (HasDense && best.Length > 0)
        {
            best = best[..Math.Min(best.Length, NearestUnits)];
            this[AnswerabilityFeature.TopCosine] = best[0];
            this[AnswerabilityFeature.TopTenCosine] = TensorPrimitives.Sum(best) / best.Length;
        }
    }

    private void ReadWords(QueryContext context, float[] weights, int[] leading)
    {
        double known = 0, total = 0;
        for (int word = 0; word < weights.Length; word++)
        {
            double best = 0;
            foreach (LexicalTerm term in context.Words.Words[word].Terms)
            {
                best = Math.Max(best, term.Similarity);
            }

            known += weights[word] * best;
            total += weights[word];
        }

        this[AnswerabilityFeature.KnownWords] = total > 0 ? known / total : 0;
        this[AnswerabilityFeature.BestCoverage] = context.Words.Coverage(context.Contents.Lexical, [.. leading.Order()], weights).Max();
        this[AnswerabilityFeature.HeldRarity] = this[AnswerabilityFeature.BestCoverage] * total;
    }
}
