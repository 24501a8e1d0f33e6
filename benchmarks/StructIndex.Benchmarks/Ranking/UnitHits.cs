using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>
/// How often the right unit stands for its file, by several weights of its name, and how often a search finds it, on questions mined from code bases: the
/// first sentence of a documentation asks for its unit. The documentation of all units that could be asked for is taken out of what is indexed, so
/// that none is ahead of another by it.
/// </summary>
internal static class UnitHits
{
    public const string Help = "--eval DIR --sources DIR --cache DIR [FOLDER...]: how often the right unit is found, on questions mined from code bases without documentation";

    private const int Questions = 150;
    private const int Everything = 1_000_000;
    private const int Limit = 10;
    private const string IdPrefix = "doc:";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        (string Name, string Folder)[] codeBases =
        [
            .. DevelopmentSet.Load(options.Get("eval"), options.Get("sources")).Repositories.Select(repository => (repository.Name, repository.Folder)),
            .. options.Rest.Select(folder => (Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), folder)),
        ];
        IndexCache cache = new(options.Get("cache"));
        List<MinedUnit> mined = [];
        for (int i = 0; i < codeBases.Length; i++)
        {
            EvaluationSet set = await QueryMiner.MineAsync(
                new DirectorySource(codeBases[i].Folder), CodeIndexer.DefaultParsers, new QueryMiningOptions { MaxQuestions = Everything, MaxPerFile = Everything, Styles = QueryStyles.Documentation });
            mined.AddRange(await AskAsync(i, await cache.GetAsync("mined-" + codeBases[i].Name, set.Source!), set));
        }

        Print($"{mined.Count} questions of {codeBases.Length} code bases; mean of each, then of all");
        foreach (float name in (float[])[0, UnitRanking.NameWeight / 2, UnitRanking.NameWeight, 2 * UnitRanking.NameWeight, 4 * UnitRanking.NameWeight])
        {
            float length = name / UnitRanking.NameWeight * UnitRanking.NameLengthWeight;
            Print($"name {name:0.0}, its length {length:0.00}: first of its file {Mean(mined, q => q.Place(name, length) == 1 ? 1 : 0):0.000}, MRR in it {Mean(mined, q => 1.0 / q.Place(name, length)):0.000}; the file first too {Mean(mined, q => q.FileRank == 1 && q.Place(name, length) == 1 ? 1 : 0):0.000}");
        }

        Print($"hits of a search: unit hit@1 {Mean(mined, q => q.UnitRank == 1 ? 1 : 0):0.000}, hit@5 {Mean(mined, q => q.UnitRank is >= 1 and <= 5 ? 1 : 0):0.000}, hit@10 {Mean(mined, q => q.UnitRank > 0 ? 1 : 0):0.000}, MRR@10 {Mean(mined, q => q.UnitRank > 0 ? 1.0 / q.UnitRank : 0):0.000}; its file hit@1 {Mean(mined, q => q.FileRank == 1 ? 1 : 0):0.000}, hit@10 {Mean(mined, q => q.FileRank > 0 ? 1 : 0):0.000}");
        return 0;
    }

    private static async Task<List<MinedUnit>> AskAsync(int codeBase, IndexContents contents, EvaluationSet set)
    {
        FileTraits traits = new(contents);
        CodeIndex index = new(contents, CodeIndexer.DefaultEmbeddingGenerator);
        Dictionary<string, int> byId = Enumerable.Range(0, contents.Units.Count).ToDictionary(unit => contents.Units[unit].Id, StringComparer.Ordinal);
        List<MinedUnit> asked = [];
        foreach (EvaluationQuery question in set.Queries.Take(Questions))
        {
            if (!question.Id.StartsWith(IdPrefix, StringComparison.Ordinal) || !byId.TryGetValue(question.Id[IdPrefix.Length..], out int target))
            {
                continue;
            }

            using QueryContext context = IndexCache.Ask(contents, traits, question.Text);
            UnitRanking units = new(context);
            RankedFiles ranking = RankedFiles.Of(context);
            int file = contents.FileOf(target), start = contents.FileStarts[file];
            SearchResult found = await index.SearchAsync(question.Text, new SearchOptions { Limit = Limit, MinimumRelevance = 0 });
            asked.Add(new MinedUnit(
                codeBase,
                [.. Enumerable.Range(start, contents.FileStarts[file + 1] - start).Select(unit => (context.Fusion.Units[unit], units.NameOf(unit).Match, units.NameOf(unit).Length))],
                target - start,
                1 + ranking.Best(Limit).IndexOf(file),
                found.Hits.FirstOrDefault(hit => hit.Unit.Id == contents.Units[target].Id)?.Rank ?? 0));
        }

        return asked;
    }

    private static double Mean(List<MinedUnit> mined, Func<MinedUnit, double> of) => mined.GroupBy(question => question.CodeBase).Average(group => group.Average(of));

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
