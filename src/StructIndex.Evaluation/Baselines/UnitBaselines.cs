namespace StructIndex;

/// <summary>One retriever of an index alone: each file at its best unit, by BM25F without widening or by cosine, and nothing else.</summary>
internal static class UnitBaselines
{
    /// <summary>BM25F over the words of the query.</summary>
    public static RetrievalAnswer Lexical(IndexContents contents, string query, int limit)
    {
        float[] scores = new float[contents.Units.Count];
        contents.Lexical.Score(LexicalQuery.Of(ParsedQuery.Parse(query), contents.Lexical, neighbours: null).Words, scores);
        return Best(contents, scores, least: float.Epsilon, limit);
    }

    /// <summary>Cosine with the query's vector.</summary>
    public static RetrievalAnswer Dense(IndexContents contents, float[] vector, int limit)
    {
        float[] rows = new float[contents.RowUnits.Length];
        contents.Vectors!.Score(vector, rows);
        float[] scores = new float[contents.Units.Count];
        Array.Fill(scores, float.NegativeInfinity);
        for (int row = 0; row < rows.Length; row++)
        {
            scores[contents.RowUnits[row]] = Math.Max(scores[contents.RowUnits[row]], rows[row]);
        }

        return Best(contents, scores, least: float.MinValue, limit);
    }

    private static RetrievalAnswer Best(IndexContents contents, float[] scores, float least, int limit)
    {
        int[] best = new int[contents.FileCount];
        for (int file = 0; file < best.Length; file++)
        {
            best[file] = contents.FileStarts[file];
            for (int unit = contents.FileStarts[file]; unit < contents.FileStarts[file + 1]; unit++)
            {
                best[file] = scores[unit] > scores[best[file]] ? unit : best[file];
            }
        }

        return new RetrievalAnswer(
        [
            .. best.Where(unit => scores[unit] >= least)
                .OrderByDescending(unit => scores[unit]).ThenBy(unit => unit)
                .Take(limit)
                .Select(unit => (Unit: contents.Units[unit], Score: scores[unit]))
                .Select(hit => new RetrievedItem(hit.Unit.Path, hit.Unit.Lines, hit.Unit.QualifiedName, Score: hit.Score, Signature: hit.Unit.Signature)),
        ]);
    }
}
