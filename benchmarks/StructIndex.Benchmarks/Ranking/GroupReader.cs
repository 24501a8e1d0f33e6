namespace StructIndex.Benchmarks;

/// <summary>Asks an index questions, and reads what a ranker sees of the candidates.</summary>
/// <param name="contents">The index.</param>
/// <param name="plain">BM25 over the same files as wholes.</param>
internal sealed class GroupReader(IndexContents contents, PlainBm25 plain)
{
    private readonly FileTraits _traits = new(contents);
    private readonly Searcher _searcher = new(contents, IndexCache.Model);
    private readonly bool[] _struck = [.. Enumerable.Range(0, contents.FileCount).Select(file => StruckFiles.Contains(contents.PathOf(file)))];

    /// <summary>The group of one question; null where nothing holds a word of it.</summary>
    /// <param name="question">The question.</param>
    public RankedGroup? Read(StyledQuestion question)
    {
        using QueryContext context = IndexCache.Ask(contents, _traits, _searcher.Read(question.Query));
        if (!context.Scores.HasAny)
        {
            return null;
        }

        FeatureTable table = new FeatureReader(context).Read();
        string[] paths = [.. table.Files.Select(contents.PathOf)];
        HashSet<string> targets = [.. question.Relevant.Select(target => target.Path)];
        float[] values = new float[table.Files.Length * FeatureTable.Width];
        for (int i = 0; i < paths.Length; i++)
        {
            table.Row(i).CopyTo(values.AsSpan(i * FeatureTable.Width));
        }

        return new RankedGroup(
            question.Id, question.Repo, question.Style, question.Named, values, table.Joint,
            [.. paths.Select(targets.Contains)], [.. table.Files.Select(file => _struck[file])], targets.Count, plain.Ranks(question.Query, targets, _struck));
    }
}
