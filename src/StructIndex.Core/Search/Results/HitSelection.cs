namespace StructIndex;

/// <summary>
/// Picks the hits: one unit of each of the best files, so that a reader sees the most places in the fewest lines; behind the first few
/// files a further unit of a file comes before a file that is much weaker. Where there are fewer files than hits asked for, the remaining
/// units follow.
/// </summary>
internal static class HitSelection
{
    // Chosen on questions that ask for one unit (benchmarks/reports/ranker.md, Further units of a file). Lower values find more of these,
    // and cost more of the questions that several files answer.

    /// <summary>So many files come with one unit each whatever their scores.</summary>
    private const int LeadingFiles = 5;

    /// <summary>How much better a file must be than another for a further unit of it to come first.</summary>
    private const float FurtherUnitGap = 6;

    /// <summary>
    /// What is added to that for each 1 by which the unit's score is below that of the shown one, on the scale of
    /// <see cref="UnitRanking"/>. It was chosen as 10 where that scale was about a fifth as wide, and was not chosen again since.
    /// </summary>
    private const float UnitGapPenalty = 2;

    /// <summary>
    /// The selected units, best first, with what they were ordered by: a file's score for the unit that stands for it; for a further unit
    /// the file's score less what it takes to come before a weaker file, and never more than the hit before.
    /// </summary>
    /// <param name="context">The query.</param>
    /// <param name="ranking">The order of the files.</param>
    /// <param name="options">How many hits, and in which order further units come.</param>
    public static List<(int Unit, float Score, bool IsFirst)> Select(QueryContext context, RankedFiles ranking, SearchOptions options)
    {
        if (options.UnitsFirst && !options.FilesFirst)
        {
            return BestUnits(context, ranking, options.Limit);
        }

        (int limit, bool filesFirst) = (options.Limit, options.FilesFirst);
        ReadOnlySpan<int> fileStarts = context.Contents.FileStarts;
        List<int> files = ranking.Best(limit);
        List<(int Unit, float Score, bool IsFirst)> hits = new(Math.Min(limit, 1024)), others = [];
        float last = files.Count > 0 ? ranking.ScoreOf(files[^1]) : 0;

        // Where there are files enough, only what comes before the last of them can be a hit.
        float least = files.Count < limit ? float.NegativeInfinity : filesFirst ? float.PositiveInfinity : last;
        foreach (int file in files)
        {
            int shown = ranking.ShownOf(file);
            (hits.Count < LeadingFiles || filesFirst ? hits : others).Add((shown, ranking.ScoreOf(file), true));
            float start = filesFirst ? last - 2 : ranking.ScoreOf(file) - FurtherUnitGap;
            float ofShown = ranking.ScoreOfUnit(shown);
            for (int unit = fileStarts[file]; start >= least && unit < fileStarts[file + 1]; unit++)
            {
                float score = filesFirst ? start + context.Fusion.Units[unit] : start - (UnitGapPenalty * Math.Max(ofShown - ranking.ScoreOfUnit(unit), 0));
                if (unit != shown && score > least)
                {
                    others.Add((unit, score, false));
                }
            }
        }

        others.Sort(static (a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.IsFirst != b.IsFirst ? b.IsFirst.CompareTo(a.IsFirst) : a.Unit.CompareTo(b.Unit));
        foreach ((int unit, float score, bool isFirst) in others.Take(limit - hits.Count))
        {
            hits.Add((unit, hits.Count > 0 ? Math.Min(score, hits[^1].Score) : score, isFirst));
        }

        return hits;
    }

    // A unit has the score of its file, less what it is below the unit that stands for the file.
    private static List<(int Unit, float Score, bool IsFirst)> BestUnits(QueryContext context, RankedFiles ranking, int limit)
    {
        ReadOnlySpan<int> fileStarts = context.Contents.FileStarts;
        List<(int Unit, float Score, bool IsFirst)> units = [];
        foreach (int file in ranking.Best(limit))
        {
            int shown = ranking.ShownOf(file);
            float ofFile = ranking.ScoreOf(file), ofShown = ranking.ScoreOfUnit(shown);
            units.Add((shown, ofFile, true));
            for (int unit = fileStarts[file]; unit < fileStarts[file + 1]; unit++)
            {
                float score = ofFile - Math.Max(ofShown - ranking.ScoreOfUnit(unit), 0);
                bool isOther = context.Traits.Modules.IsHead(unit) || (context.Contents.Units[unit].Role == UnitRole.Test && context.Contents.Units[shown].Role != UnitRole.Test);
                if (unit != shown && float.IsFinite(score) && !isOther)
                {
                    units.Add((unit, score, false));
                }
            }
        }

        units.Sort(static (a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.IsFirst != b.IsFirst ? b.IsFirst.CompareTo(a.IsFirst) : a.Unit.CompareTo(b.Unit));
        return units[..Math.Min(limit, units.Count)];
    }
}
