namespace StructIndex;

/// <summary>
/// How much of the query each candidate and its shown unit hold. Read for all at once: in the order of the index one walk along the
/// postings finds them all.
/// </summary>
internal static class CoverageFeatures
{
    /// <summary>Reads the features of all files of a table whose shown units are known.</summary>
    public static void Read(QueryContext context, FeatureTable table)
    {
        // Units have the order of their files.
        int[] files = [.. table.Files], rows = [.. Enumerable.Range(0, files.Length)];
        Array.Sort(files, rows);
        int[] shown = Array.ConvertAll(rows, row => table.Shown[row]);
        float[] ofShown = context.Words.Coverage(context.Contents.Lexical, shown), ofFiles = context.Words.Coverage(context.Traits.Lexical, files);
        for (int i = 0; i < rows.Length; i++)
        {
            Span<float> row = table.Row(rows[i]);
            (row[(int)RankFeature.Coverage], row[(int)RankFeature.CoverageWhole]) = (ofShown[i], ofFiles[i]);
        }

        // Where a repository has paths and a graph, it adds nothing to the other features (benchmarks/reports/ranker.md).
        if (context.Traits.AreSnippets)
        {
            ReadWordMatch(context, table);
        }
    }

    private static void ReadWordMatch(QueryContext context, FeatureTable table)
    {
        float[] scores = new float[table.Files.Length];
        if (context.Model is { } model)
        {
            WordMatch.Of(model, context.Query.Text, LexicalQuery.IsStopWord).Score(Array.ConvertAll(table.Shown, unit => context.Traits.Words.Of(unit, model)), scores);
        }

        for (int i = 0; i < scores.Length; i++)
        {
            // Without a model that knows how near words are, the words that it holds.
            Span<float> row = table.Row(i);
            row[(int)RankFeature.WordMatch] = context.Model is null ? row[(int)RankFeature.Coverage] : scores[i];
        }
    }
}
