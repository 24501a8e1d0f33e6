namespace StructIndex;

/// <summary>
/// Picks the hits: the best unit of each of the best files, files in their order; when there are fewer files than hits asked for,
/// the remaining units of these files follow, best first. A reader sees the most places in the fewest lines that way.
/// </summary>
internal static class HitSelection
{
    /// <summary>The selected units, best first, with what they were ordered by.</summary>
    public static List<(int Unit, float Score)> Select(FusedRanking ranking, ReadOnlySpan<int> fileStarts, int limit)
    {
        List<int> files = BestFiles(ranking, fileStarts.Length - 1, limit);
        List<(int Unit, float Score)> hits = new(Math.Min(limit, 1024));
        List<(int Unit, float Score)> others = [];
        foreach (int file in files)
        {
            int best = BestUnit(ranking, fileStarts[file], fileStarts[file + 1]);
            hits.Add((best, ranking.OfFile(file)));
            for (int unit = fileStarts[file]; files.Count < limit && unit < fileStarts[file + 1]; unit++)
            {
                float score = ranking.OfUnit(unit);
                if (unit != best && !float.IsNegativeInfinity(score))
                {
                    others.Add((unit, score));
                }
            }
        }

        others.Sort(static (a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Unit.CompareTo(b.Unit));
        hits.AddRange(others.Take(limit - hits.Count).Select(other => (other.Unit, Math.Max(other.Score, 0))));
        return hits;
    }

    // Only what lies above one of the two floors has a score, so there is little to sort unless the limit reaches below them.
    private static List<int> BestFiles(FusedRanking ranking, int count, int limit)
    {
        List<int> above = [], below = [];
        for (int file = 0; file < count; file++)
        {
            if (ranking.Counts(file))
            {
                (ranking.OfFile(file) > 0 ? above : below).Add(file);
            }
        }

        above.Sort(ranking.CompareFiles);
        if (above.Count < limit)
        {
            below.Sort(ranking.CompareFiles);
            above.AddRange(below);
        }

        return above.Count > limit ? above[..limit] : above;
    }

    private static int BestUnit(FusedRanking ranking, int start, int end)
    {
        int best = start;
        float score = float.NegativeInfinity;
        for (int unit = start; unit < end; unit++)
        {
            float candidate = ranking.OfUnit(unit);
            if (candidate > score)
            {
                (best, score) = (unit, candidate);
            }
        }

        return best;
    }
}
