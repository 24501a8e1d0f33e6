namespace StructIndex;

/// <summary>Answers queries from the contents of an index: evidence, order, hits. A pure read, from any number of threads.</summary>
/// <param name="contents">The index.</param>
/// <param name="neighbours">Words near a word, which widen the lexical query; null widens nothing.</param>
internal sealed class Searcher(IndexContents contents, Func<string, IReadOnlyList<WordNeighbour>>? neighbours = null)
{
    private readonly Lazy<FileTraits> _traits = new(() => new FileTraits(contents));

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

        LexicalQuery words = LexicalQuery.Parse(query, contents.Lexical, neighbours);
        using SearchEvidence evidence = SearchEvidence.Gather(contents, words, vector, FilterMask.Of(options.Filter, contents));
        if (!evidence.HasAny)
        {
            return SearchResult.Nothing(options.Filter is null ? "No unit holds a word of the query." : "No unit that the filter allows holds a word of the query.");
        }

        return Answer(query, words, evidence, options);
    }

    private SearchResult Answer(string query, LexicalQuery words, SearchEvidence evidence, SearchOptions options)
    {
        FusedRanking fused = new(evidence);
        RankedFiles ranking = new(fused, new FeatureReader(new RankInput(contents, _traits.Value, query, words, QueryIntent.Of(query), evidence), fused).Read());
        List<SearchHit> hits = [];
        double best = 0;
        foreach ((int unit, float score, bool isFirst) in HitSelection.Select(ranking, fused, contents.FileStarts, options.Limit))
        {
            double coverage = words.Coverage(contents.Lexical, unit);
            double relevance = RelevanceModel.Relevance(evidence.HasDense ? evidence.Dense[unit] : null, coverage);
            best = Math.Max(best, relevance);
            if (relevance >= options.MinimumRelevance)
            {
                hits.Add(new SearchHit
                {
                    Unit = contents.Units[unit],
                    Rank = hits.Count + 1,
                    Score = score,
                    Relevance = relevance,
                    Parts = options.Explain ? Explanation.Of(contents, words, evidence, fused, isFirst ? ranking.PartsOf(contents.FileOf(unit)) : [new ScorePart("rank:Unit", score)], unit, coverage) : [],
                });
            }
        }

        return hits.Count > 0
            ? new SearchResult(hits)
            : SearchResult.Nothing(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"Nothing relevant: the best of the units found has a relevance of {best:0.00}, below {options.MinimumRelevance:0.00}."));
    }
}
