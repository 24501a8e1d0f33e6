namespace StructIndex;

/// <summary>Makes hits of what was found.</summary>
internal static class SearchHits
{
    /// <summary>The hits of a ranked query, each with its relevance.</summary>
    /// <param name="context">The query.</param>
    /// <param name="ranking">The order of the files.</param>
    /// <param name="answerable">How likely the index is to hold an answer.</param>
    /// <param name="features">What that was told by.</param>
    /// <param name="options">Which of them, and whether they are explained.</param>
    public static SearchHit[] Of(QueryContext context, RankedFiles ranking, double answerable, AnswerabilityFeatures features, SearchOptions options)
    {
        int[] firstFiles = [.. ranking.Best(2)];
        float best = ranking.ScoreOf(firstFiles[0]), second = ranking.ScoreOf(firstFiles[^1]);
        List<(int Unit, float Score, bool IsFirst)> selected = HitSelection.Select(context, ranking, options);
        int[] units = [.. selected.Select(hit => hit.Unit).Order()];
        float[] coverages = context.AllWords.Coverage(context.Contents.Lexical, units);
        return [.. selected.Select(Make).Where(hit => hit.Relevance >= options.MinimumHitRelevance).Select((hit, at) => hit with { Rank = at + 1 })];

        SearchHit Make((int Unit, float Score, bool IsFirst) hit, int at)
        {
            float coverage = coverages[Array.BinarySearch(units, hit.Unit)];
            HitFeatures ofHit = new(at + 1, best - hit.Score, at == 0 ? best - second : 0, features.HasDense ? Math.Max(context.Scores.Dense[hit.Unit], -1) : 0, coverage);
            IEnumerable<ScorePart> rank = hit.IsFirst && options.Explain ? ranking.PartsOf(context.Contents.FileOf(hit.Unit)) : [new ScorePart("rank:Unit", hit.Score)];
            return new SearchHit
            {
                Unit = context.Contents.Units[hit.Unit],
                Rank = at + 1,
                Score = hit.Score,
                Relevance = RelevanceModel.OfHit(ofHit, features, answerable),
                Parts = options.Explain ? Explanation.Of(context, rank, hit.Unit, coverage) : [],
                Features = ofHit,
            };
        }
    }

    /// <summary>The hits of one retriever alone: each file at its best unit.</summary>
    /// <param name="contents">The index.</param>
    /// <param name="scores">What the retriever found.</param>
    /// <param name="options">Which retriever, and how many.</param>
    public static SearchHit[] Of(IndexContents contents, RetrievalScores scores, SearchOptions options)
    {
        bool isDense = options.Mode == SearchMode.Dense;
        IReadOnlyList<int> units = SingleRetriever.BestUnits(isDense ? scores.Dense : scores.Lexical, contents.FileStarts, options.Limit);
        return
        [
            .. units.Select((unit, at) => new SearchHit
            {
                Unit = contents.Units[unit],
                Rank = at + 1,
                Score = isDense ? scores.Dense[unit] : scores.Lexical[unit] * scores.LexicalMaximum,
                Relevance = double.NaN,
            }),
        ];
    }
}
