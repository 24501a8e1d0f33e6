namespace StructIndex;

/// <summary>
/// Picks the hits: one unit of each of the best files, files in their order; when there are fewer files than hits asked for,
/// the remaining units of these files follow, best first. A reader sees the most places in the fewest lines that way.
/// </summary>
internal static class HitSelection
{
    /// <summary>The selected units, best first, with what they were ordered by: a file's score for the unit that stands for it; for a further unit the score of the last file, less what its own lacks of the best.</summary>
    public static List<(int Unit, float Score, bool IsFirst)> Select(RankedFiles ranking, FusedRanking fused, ReadOnlySpan<int> fileStarts, int limit)
    {
        List<int> files = ranking.Best(limit);
        List<(int Unit, float Score, bool IsFirst)> hits = new(Math.Min(limit, 1024));
        List<(int Unit, float Score)> others = [];
        foreach (int file in files)
        {
            int shown = ranking.ShownOf(file, fileStarts);
            hits.Add((shown, ranking.ScoreOf(file), true));
            for (int unit = fileStarts[file]; files.Count < limit && unit < fileStarts[file + 1]; unit++)
            {
                float score = fused.Units[unit];
                if (unit != shown && !float.IsNegativeInfinity(score))
                {
                    others.Add((unit, score));
                }
            }
        }

        float last = hits.Count > 0 ? hits[^1].Score : 0;
        others.Sort(static (a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Unit.CompareTo(b.Unit));
        hits.AddRange(others.Take(limit - hits.Count).Select(other => (other.Unit, last - 1 + Math.Min(other.Score, 1), false)));
        return hits;
    }
}
