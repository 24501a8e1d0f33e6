namespace StructIndex;

/// <summary>Answers queries from the contents of an index: evidence, order, hits. A pure read, from any number of threads.</summary>
/// <param name="contents">The index.</param>
/// <param name="model">Knows words near a word, which widen the lexical query, and how rare a word is; null widens nothing.</param>
internal sealed class Searcher(IndexContents contents, StaticEmbeddingModel? model = null)
{
    private const int Leading = 5;

    private readonly Lazy<FileTraits> _traits = new(() => new FileTraits(contents));
    private readonly Lazy<FilterColumns> _columns = new(() => new FilterColumns(contents));

    /// <summary>Searches.</summary>
    /// <param name="query">The query in the user's words.</param>
    /// <param name="vector">The query's vector; empty to search by words alone.</param>
    /// <param name="options">What may be returned.</param>
    public SearchResult Search(string query, ReadOnlySpan<float> vector, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        if (string.IsNullOrWhiteSpace(query))
        {
            return SearchResult.Nothing("The query is empty.");
        }

        if (contents.Units.Count == 0)
        {
            return SearchResult.Nothing("The index is empty.");
        }

        bool[]? allowed = options.Filter is null ? null : _columns.Value.Allowed(options.Filter);
        if (options.Mode != SearchMode.Hybrid)
        {
            return OfOneRetriever(query, vector, options, allowed);
        }

        LexicalQuery words = LexicalQuery.Parse(query, contents.Lexical, model is null ? null : model.NearestWords);
        LexicalQuery telling = words.WithoutStopWords();
        using SearchEvidence evidence = SearchEvidence.Gather(contents, telling, vector, allowed);
        return evidence.HasAny ? Answer(query, words, telling, evidence, options) : NothingFound(allowed);
    }

    private SearchResult OfOneRetriever(string query, ReadOnlySpan<float> vector, SearchOptions options, bool[]? allowed)
    {
        bool isDense = options.Mode == SearchMode.Dense;
        LexicalQuery words = LexicalQuery.Parse(query, contents.Lexical, neighbours: null);
        using SearchEvidence evidence = SearchEvidence.Gather(contents, words, isDense ? vector : [], allowed);
        if (isDense && !evidence.HasDense)
        {
            return SearchResult.Nothing(contents.Vectors is null ? "The index has no vectors." : "The query has no vector.");
        }

        SearchHit[] hits =
        [
            .. SingleRetriever.BestUnits(isDense ? evidence.Dense : evidence.Lexical, contents.FileStarts, options.Limit).Select((unit, at) => new SearchHit
            {
                Unit = contents.Units[unit],
                Rank = at + 1,
                Score = isDense ? evidence.Dense[unit] : evidence.Lexical[unit] * evidence.LexicalMaximum,
                Relevance = double.NaN,
            }),
        ];
        return hits.Length == 0 ? NothingFound(allowed) : new SearchResult(hits) { Relevance = double.NaN };
    }

    private static SearchResult NothingFound(bool[]? allowed) =>
        SearchResult.Nothing(allowed is null ? "No unit holds a word of the query." : "No unit that the filter allows holds a word of the query.");

    private SearchResult Answer(string query, LexicalQuery words, LexicalQuery telling, SearchEvidence evidence, SearchOptions options)
    {
        using FusedRanking fused = new(evidence);
        RankInput input = new(contents, _traits.Value, query, telling, QueryIntent.Of(query), evidence, model);
        QueryTerms terms = new(input);
        RankedFiles ranking = new(fused, new FeatureReader(input, fused, terms).Read(), new UnitRanking(input, fused, terms), _traits.Value.AreSnippets);
        int[] leading = [.. ranking.Best(Leading)];
        RelevanceEvidence found = RelevanceEvidence.Of(contents, _traits.Value, query, telling, evidence, Array.ConvertAll(leading, ranking.ShownOf), model);
        double answerable = RelevanceModel.Answerable(found);
        double least = options.MinimumRelevance ?? contents.MinimumRelevance ?? RelevanceModel.Minimum(found);
        if (answerable < least)
        {
            return new SearchResult([], Abstained: true, AbstentionReason.Of(found, answerable, least)) { Relevance = answerable, Evidence = found };
        }

        float best = ranking.ScoreOf(leading[0]);
        double ahead = leading.Length > 1 ? best - ranking.ScoreOf(leading[1]) : 0;
        List<SearchHit> hits = [];
        List<(int Unit, float Score, bool IsFirst)> selected = HitSelection.Select(ranking, fused, contents.FileStarts, options.Limit, options.FilesFirst);
        int[] units = [.. selected.Select(hit => hit.Unit).Order()];
        float[] coverages = words.Coverage(contents.Lexical, units);
        foreach ((int unit, float score, bool isFirst) in selected)
        {
            float coverage = coverages[Array.BinarySearch(units, unit)];
            HitEvidence hit = new(hits.Count + 1, best - score, hits.Count == 0 ? ahead : 0, found.HasDense ? Math.Max(evidence.Dense[unit], -1) : 0, coverage);
            hits.Add(new SearchHit
            {
                Unit = contents.Units[unit],
                Rank = hits.Count + 1,
                Score = score,
                Relevance = answerable * RelevanceModel.OfHit(hit, found.HasDense),
                Parts = options.Explain ? Explanation.Of(contents, telling, evidence, fused, isFirst ? ranking.PartsOf(contents.FileOf(unit)) : [new ScorePart("rank:Unit", score)], unit, coverage) : [],
                Evidence = hit,
            });
        }

        return new SearchResult(hits) { Relevance = answerable, Evidence = found };
    }
}
