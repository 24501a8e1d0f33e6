namespace StructIndex.Benchmarks;

/// <summary>Asks an index questions, and reads what the order of units is made from.</summary>
/// <param name="contents">The index.</param>
internal sealed class UnitGroupReader(IndexContents contents)
{
    private const int Files = 15;
    private const int UnitsOfFile = 30;

    private readonly FileTraits _traits = new(contents);
    private readonly Searcher _searcher = new(contents, IndexCache.Model);

    /// <summary>The group of one question; null where nothing holds a word of it, or no target is a unit of the index.</summary>
    public UnitGroup? Read(StyledQuestion question)
    {
        HashSet<int> targets = [.. question.Functions.SelectMany(UnitsOf)];
        using QueryContext context = IndexCache.Ask(contents, _traits, _searcher.Read(question.Query));
        if (targets.Count == 0 || !context.Scores.HasAny)
        {
            return null;
        }

        RankedFiles ranking = RankedFiles.Of(context);
        List<int> files = [.. ranking.Best(10 * Files).Where(file => targets.Any(unit => contents.FileOf(unit) == file) || !StruckFiles.Contains(contents.PathOf(file))).Take(Files)];
        files.AddRange(targets.Select(contents.FileOf).Distinct().Where(file => !files.Contains(file)));
        List<(int Unit, int Place)> rows = [];
        for (int place = 0; place < files.Count; place++)
        {
            (int start, int end) = (contents.FileStarts[files[place]], contents.FileStarts[files[place] + 1]);
            int[] units = [.. Enumerable.Range(start, end - start).Where(unit => targets.Contains(unit) || (!_traits.Modules.IsHead(unit) && contents.Units[unit].Role != UnitRole.Test))];
            rows.AddRange((units.Any(targets.Contains) ? units : units.OrderByDescending(ranking.ScoreOfUnit).Take(UnitsOfFile)).Select(unit => (unit, place)));
        }

        return new UnitGroup(
            question.Repo, question.Style, [.. rows.Select(row => FeaturesOf(ranking, row.Unit))], [.. rows.Select(row => row.Place)], [.. rows.Select(row => ranking.ScoreOf(files[row.Place]))],
            [.. rows.Select(row => targets.Contains(row.Unit))], [.. rows.Select(row => ranking.IsMeantUnit(row.Unit))], question.Functions.Count);
    }

    private static float[] FeaturesOf(RankedFiles ranking, int unit)
    {
        float[] row = new float[UnitFeatureReader.Width];
        ranking.ReadUnit(unit, row);
        return row;
    }

    // The documentation is taken out of some trees, which moves the lines.
    private int[] UnitsOf(StyledTarget target)
    {
        int[] named = [.. Enumerable.Range(0, contents.Units.Count).Where(number => contents.Units[number] is var unit && unit.Path == target.Path && unit.QualifiedName == target.Symbol)];
        return named.Length < 2 || target.Start is not { } line ? named : [.. named.OrderBy(number => Math.Abs(contents.Units[number].Lines.Start - line)).Take(1)];
    }
}
