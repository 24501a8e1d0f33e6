namespace StructIndex;

/// <summary>Answers queries from the contents of an index: words, scores, order, relevance, hits. A pure read, from any number of threads.</summary>
/// <param name="contents">The index.</param>
/// <param name="model">Knows words near a word, which widen the lexical query, and how rare a word is; null widens nothing.</param>
internal sealed class Searcher(IndexContents contents, StaticEmbeddingModel? model = null)
{
    private const int LeadingFiles = 5;

    private readonly Lazy<FileTraits> _traits = new(() => new FileTraits(contents));
    private readonly Lazy<FilterColumns> _columns = new(() => new FilterColumns(contents));

    /// <summary>Searches.</summary>
    /// <param name="query">The query.</param>
    /// <param name="vector">The query's vector; empty to search by words alone.</param>
    /// <param name="options">What may be returned.</param>
    /// <param name="files">The files to search; null for all.</param>
    public SearchResult Search(ParsedQuery query, ReadOnlySpan<float> vector, SearchOptions options, IReadOnlyCollection<int>? files = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        if (query.Pieces.Count == 0)
        {
            return SearchResult.Nothing("The query is empty.");
        }

        if (contents.Units.Count == 0)
        {
            return SearchResult.Nothing("The index is empty.");
        }

        bool[]? allowed = options.Filter is null && files is null ? null : _columns.Value.Allowed(options.Filter ?? new UnitFilter(), files);
        return options.Mode == SearchMode.Hybrid ? Answer(query, vector, options, allowed) : OfOneRetriever(query, vector, options, allowed);
    }

    private SearchResult Answer(ParsedQuery query, ReadOnlySpan<float> vector, SearchOptions options, bool[]? allowed)
    {
        using QueryContext context = QueryContext.Gather(contents, _traits.Value, query, vector, allowed, model);
        if (!context.Scores.HasAny)
        {
            return NothingFound(allowed);
        }

        RankedFiles ranking = RankedFiles.Of(context);
        AnswerabilityFeatures features = AnswerabilityFeatures.Of(context, [.. ranking.Best(LeadingFiles).Select(ranking.ShownOf)]);
        double answerable = RelevanceModel.Answerable(features), least = options.MinimumRelevance ?? contents.MinimumRelevance ?? RelevanceModel.Minimum(features);
        return answerable < least
            ? SearchResult.Nothing(AbstentionReason.Of(features, answerable, least)) with { Relevance = answerable, Features = features }
            : new SearchResult(SearchHits.Of(context, ranking, answerable, features, options)) { Relevance = answerable, Features = features };
    }

    private SearchResult OfOneRetriever(ParsedQuery query, ReadOnlySpan<float> vector, SearchOptions options, bool[]? allowed)
    {
        bool isDense = options.Mode == SearchMode.Dense;
        LexicalQuery words = LexicalQuery.Of(query, contents.Lexical, neighbours: null);
        using RetrievalScores scores = RetrievalScores.Gather(contents, words, isDense ? vector : [], allowed);
        if (isDense && !scores.HasDense)
        {
            return SearchResult.Nothing(contents.Vectors is null ? "The index has no vectors." : "The query has no vector.");
        }

        SearchHit[] hits = SearchHits.Of(contents, scores, options);
        return hits.Length == 0 ? NothingFound(allowed) : new SearchResult(hits) { Relevance = double.NaN };
    }

    private static SearchResult NothingFound(bool[]? allowed) =>
        SearchResult.Nothing(allowed is null ? "No unit holds a word of the query." : "No unit that the filter allows holds a word of the query.");
}
