namespace StructIndex;

/// <summary>The values of each <see cref="AnswerabilityFeature"/> for one query, and what abstaining can say about it.</summary>
internal sealed class AnswerabilityFeatures
{
    private const int LeadingFiles = 5;

    // What more files hold is a name like any other.
    private const int MaxFilesOfSymbol = 3;

    /// <summary>Number of features.</summary>
    public static int Count { get; } = Enum.GetValues<AnswerabilityFeature>().Length;

    private readonly float[] _values = new float[Count];

    private AnswerabilityFeatures()
    {
    }

    /// <summary>Whether the query and the index have vectors whose cosines have a known meaning.</summary>
    public bool HasDense { get; private init; }

    /// <summary>What the query is.</summary>
    public QueryKind Kind { get; private init; }

    /// <summary>How many of its words say what is sought.</summary>
    public int Words { get; private init; }

    /// <summary>Whether the query names a symbol that units of few files bear: whatever else it says, that is here.</summary>
    public bool NamesSymbol { get; private init; }

    /// <summary>The words of the query that neither occur in the index nor have a near word there, the rarest first.</summary>
    public IReadOnlyList<string> UnknownWords { get; private init; } = [];

    /// <summary>The value of a feature; that of the cosine is 0 without vectors.</summary>
    public float this[AnswerabilityFeature feature]
    {
        get => _values[(int)feature];
        private set => _values[(int)feature] = value;
    }

    /// <summary>Reads the features of a query.</summary>
    /// <param name="context">The query. The cosines count where its model is known: what those of another model mean is not known.</param>
    /// <param name="ranking">The order of the files.</param>
    public static AnswerabilityFeatures Of(QueryContext context, RankedFiles ranking)
    {
        List<int> files = ranking.Best(LeadingFiles);
        int[] leading = [.. files.Select(ranking.ShownOf).Order()];
        AnswerabilityFeatures features = new()
        {
            HasDense = context.Scores.HasDense && context.Model is not null,
            Kind = context.Query.Kind,
            Words = context.Words.Words.Count,
            NamesSymbol = NamesFew(context),
            UnknownWords = [.. context.Words.Words.Where(word => word.Terms.Length == 0).OrderByDescending(word => RarityOf(word, context)).ThenBy(word => word.Text, StringComparer.Ordinal).Select(word => context.Query.WrittenAs(word.Text))],
        };
        features[AnswerabilityFeature.TopCosine] = features.HasDense ? context.Scores.LargestDense.Largest : 0;
        features[AnswerabilityFeature.TopMatch] = context.Scores.LexicalMaximum / Math.Max(context.Words.Words.Sum(word => word.Count * word.Idf), 1e-3f);
        features[AnswerabilityFeature.NamedSymbol] = leading.Any(unit => IsNamed(context.Query, context.Contents.Units[unit].Name)) ? 1 : 0;
        features[AnswerabilityFeature.LogUnits] = MathF.Log(1 + context.Contents.Lexical.WholeCount);
        features.ReadWords(context, leading);
        features.ReadNames(context);
        features.ReadRanking(ranking, files);
        return features;
    }

    /// <summary>The values in the order of the features.</summary>
    public ReadOnlySpan<float> AsSpan() => _values;

    private static float RarityOf(LexicalWord word, QueryContext context) => (float)(context.Model?.Rarity(word.Text) ?? word.Idf);

    // A name in plain lower case may be any word, so it says nothing.
    private static bool IsNamed(ParsedQuery query, string name) => name.Any(c => char.IsUpper(c) || c == '_') && query.Identifiers.Contains(name);

    private static bool NamesFew(QueryContext context) =>
        context.Query.Symbols.Any(symbol => context.Contents.Graph.Find(symbol).Select(unit => unit.Path).Distinct(StringComparer.Ordinal).Count() is > 0 and <= MaxFilesOfSymbol);

    private void ReadWords(QueryContext context, int[] leading)
    {
        LexicalIndex index = context.Contents.Lexical;
        float known = 0, all = 0;
        foreach (LexicalWord word in context.Words.Words)
        {
            float rarity = RarityOf(word, context);
            known += word.Count * rarity * word.Terms.Select(term => term.Similarity).DefaultIfEmpty(0).Max();
            all += word.Count * rarity;
            int own = index.Terms.IndexOf(word.Text);
            if (rarity > this[AnswerabilityFeature.RarestHeld] && own >= 0 && leading.Any(unit => index.UnitsOf(own).BinarySearch(unit) >= 0))
            {
                this[AnswerabilityFeature.RarestHeld] = rarity;
            }
        }

        this[AnswerabilityFeature.QueryRarity] = all;
        this[AnswerabilityFeature.KnownWords] = all > 0 ? known / all : 0;

        // A word that asks for a change tells nothing of what is there.
        LexicalQuery asked = context.Words.OwnWords(index, RequestWords.Contains);
        float[] rarities = [.. asked.Words.Select(word => RarityOf(word, context))];
        this[AnswerabilityFeature.HeldRarity] = asked.Coverage(index, leading, rarities).Max() * rarities.Sum();
    }

    private void ReadNames(QueryContext context)
    {
        string[] names = [.. context.Query.Tokens.Where(token => token.IsWhole).Select(token => token.Text).Distinct(StringComparer.Ordinal)];
        this[AnswerabilityFeature.LostNames] = names.Length == 0 ? 0 : names.Count(name => context.Contents.Lexical.Terms.IndexOf(name) < 0) / (float)names.Length;
    }

    private void ReadRanking(RankedFiles ranking, List<int> files)
    {
        this[AnswerabilityFeature.Verbatim] = files.Max(file => ranking.FeatureOf(file, RankFeature.Verbatim));
        this[AnswerabilityFeature.NamedPath] = files.Max(file => ranking.FeatureOf(file, RankFeature.NamedPath));
        this[AnswerabilityFeature.QueryWords] = ranking.FeatureOf(files[0], RankFeature.QueryWords);
        this[AnswerabilityFeature.QuerySymbols] = ranking.FeatureOf(files[0], RankFeature.QuerySymbols);
        this[AnswerabilityFeature.QueryChange] = ranking.FeatureOf(files[0], RankFeature.QueryChange);
    }
}
