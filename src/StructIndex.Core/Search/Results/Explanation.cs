namespace StructIndex;

/// <summary>Names the parts of a hit's score.</summary>
internal static class Explanation
{
    /// <summary>The parts, in a fixed order; words by what they give, the most first.</summary>
    public static IReadOnlyList<ScorePart> Of(IndexContents contents, LexicalQuery query, SearchEvidence evidence, FusedRanking ranking, IEnumerable<ScorePart> rank, int unit, double coverage)
    {
        int file = contents.FileOf(unit);
        List<ScorePart> parts = [.. rank];
        if (evidence.HasDense)
        {
            parts.Add(new ScorePart("cosine", evidence.Dense[unit]));
            parts.Add(new ScorePart("file.dense", ranking.DenseOfFile(file)));
            parts.Add(new ScorePart("unit.dense", ranking.DenseOfUnit(unit)));
        }

        parts.Add(new ScorePart("bm25f", Math.Max(evidence.Lexical[unit], 0) * evidence.LexicalMaximum));
        parts.Add(new ScorePart("file.lexical", ranking.LexicalOfFile(file)));
        parts.Add(new ScorePart("unit.lexical", ranking.LexicalOfUnit(unit)));
        parts.Add(new ScorePart("coverage", coverage));
        parts.AddRange(query.Words.Select(word => OfWord(contents.Lexical, word, unit)).Where(part => part.Value > 0).OrderByDescending(part => part.Value));
        return parts;
    }

    private static ScorePart OfWord(LexicalIndex index, LexicalWord word, int unit)
    {
        ScorePart best = default;
        foreach (LexicalTerm term in word.Terms)
        {
            double value = word.Count * term.Weight * index.Impact(term.Term, unit);
            if (value > best.Value)
            {
                best = new ScorePart(term.Text == word.Text ? $"word:{word.Text}" : $"word:{word.Text}~{term.Text}", value);
            }
        }

        return best;
    }
}
