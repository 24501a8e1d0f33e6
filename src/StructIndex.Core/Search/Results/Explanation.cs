namespace StructIndex;

/// <summary>Names the parts of a hit's score.</summary>
internal static class Explanation
{
    /// <summary>The parts, in a fixed order; words by what they give, the most first.</summary>
    /// <param name="context">The query.</param>
    /// <param name="rank">What the ranker gave.</param>
    /// <param name="unit">The hit.</param>
    /// <param name="coverage">The share of the query that it holds.</param>
    public static IReadOnlyList<ScorePart> Of(QueryContext context, IEnumerable<ScorePart> rank, int unit, double coverage)
    {
        int file = context.Traits.FileOf[unit];
        List<ScorePart> parts = [.. rank];
        if (context.Scores.HasDense)
        {
            parts.Add(new ScorePart("cosine", context.Scores.Dense[unit]));
            parts.Add(new ScorePart("file.dense", context.Fusion.DenseOfFile(file)));
            parts.Add(new ScorePart("unit.dense", context.Fusion.DenseOfUnit(unit)));
        }

        parts.Add(new ScorePart("bm25f", Math.Max(context.Scores.Lexical[unit], 0) * context.Scores.LexicalMaximum));
        parts.Add(new ScorePart("file.lexical", context.Fusion.LexicalOfFile(file)));
        parts.Add(new ScorePart("unit.lexical", context.Fusion.LexicalOfUnit(unit)));
        parts.Add(new ScorePart("coverage", coverage));
        parts.AddRange(context.Words.Words.Select(word => OfWord(context.Contents.Lexical, word, unit)).Where(part => part.Value > 0).OrderByDescending(part => part.Value));
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
