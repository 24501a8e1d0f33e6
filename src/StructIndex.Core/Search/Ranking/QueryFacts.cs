namespace StructIndex;

/// <summary>
/// Facts of a query that are the same for all files: by themselves they order nothing, but they tell what the other features are worth. A long question
/// without a name in it asks for another order than a commit subject that names a file.
/// </summary>
internal static class QueryFacts
{
    private static readonly HashSet<string> s_questions = new(StringComparer.OrdinalIgnoreCase) { "how", "where", "what", "which", "why", "when", "who", "is", "does", "do", "can", "are" };

    /// <summary>Writes the facts into all rows of a table whose other features are read.</summary>
    public static void Read(QueryContext context, FeatureTable table)
    {
        Span<float> facts = stackalloc float[FeatureTable.Width];
        string text = context.Query.Text, first = context.Query.Identifiers.Count > 0 ? context.Query.Identifiers[0] : "";
        facts[(int)RankFeature.QueryWords] = MathF.Log(1 + context.Words.Words.Count);
        facts[(int)RankFeature.QueryChange] = RequestWords.Contains(first) ? 1 : 0;
        facts[(int)RankFeature.QueryAsks] = s_questions.Contains(first) ? 1 : 0;
        facts[(int)RankFeature.QueryCapital] = first.Length > 0 && char.IsUpper(first[0]) ? 1 : 0;
        facts[(int)RankFeature.QuerySymbols] = (float)context.Query.Symbols.Count / context.Query.Pieces.Count;
        facts[(int)RankFeature.QueryLines] = MathF.Log(1 + text.AsSpan().Trim().Count('\n'));
        facts[(int)RankFeature.IndexFiles] = MathF.Log(1 + context.Traits.Lexical.WholeCount);
        for (int i = 0; i < table.Files.Length; i++)
        {
            ReadOnlySpan<float> row = table.Row(i);
            Reach(facts, RankFeature.ReachName, row[(int)RankFeature.FileNameCover]);
            Reach(facts, RankFeature.ReachUnique, row[(int)RankFeature.FileNameUnique]);
            Reach(facts, RankFeature.ReachCoverage, row[(int)RankFeature.CoverageWhole]);
            Reach(facts, RankFeature.ReachVerbatim, row[(int)RankFeature.Verbatim]);
            Reach(facts, RankFeature.ReachUnitName, row[(int)RankFeature.UnitNameBest]);
        }

        for (int i = 0; i < table.Files.Length; i++)
        {
            facts[(int)RankFeature.QueryWords..].CopyTo(table.Row(i)[(int)RankFeature.QueryWords..]);
        }
    }

    private static void Reach(Span<float> facts, RankFeature fact, float value) => facts[(int)fact] = Math.Max(facts[(int)fact], value);
}
