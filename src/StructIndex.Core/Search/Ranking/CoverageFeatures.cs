namespace StructIndex;

/// <summary>How much of the query each candidate and its shown unit hold. Read for all at once: in the order of the index one walk along the postings finds them all.</summary>
internal static class CoverageFeatures
{
    /// <summary>Reads the features of all files of a table whose shown units are known.</summary>
    public static void Read(RankInput input, FeatureTable table)
    {
        // Units have the order of their files.
        int[] files = [.. table.Files], rows = [.. Enumerable.Range(0, files.Length)];
        Array.Sort(files, rows);
        int[] shown = Array.ConvertAll(rows, row => table.Shown[row]);
        float[] ofShown = input.Query.Coverage(input.Contents.Lexical, shown), ofFiles = input.Query.Coverage(input.Traits.Lexical, files);
        for (int i = 0; i < rows.Length; i++)
        {
            Span<float> row = table.Row(rows[i]);
            (row[(int)RankFeature.Coverage], row[(int)RankFeature.CoverageWhole]) = (ofShown[i], ofFiles[i]);
        }

        // Where a repository has paths and a graph, it adds nothing to the other features (benchmarks/reports/ranker.md).
        if (input.Traits.AreSnippets)
        {
            ReadWordMatch(input, table);
        }
    }

    private static void ReadWordMatch(RankInput input, FeatureTable table)
    {
        float[] scores = new float[table.Files.Length];
        if (input.Model is { } model)
        {
            WordMatch.Of(model, input.Text, LexicalQuery.IsStopWord).Score(Array.ConvertAll(table.Shown, unit => input.Traits.Words.Of(unit, model)), scores);
        }

        for (int i = 0; i < scores.Length; i++)
        {
            // Without a model that knows how near words are, the words that it holds.
            Span<float> row = table.Row(i);
            row[(int)RankFeature.WordMatch] = input.Model is null ? row[(int)RankFeature.Coverage] : scores[i];
        }
    }
}
