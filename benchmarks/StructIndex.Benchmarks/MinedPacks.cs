namespace StructIndex.Benchmarks;

/// <summary>
/// Context packs for questions mined from code, whose answer is one unit: how often a reader of the pack sees all of it, and its file. The
/// documentation that the questions are made of is taken out of what is indexed.
/// </summary>
/// <param name="budgets">The token budgets.</param>
internal sealed class MinedPacks(int[] budgets)
{
    private const string IdPrefix = "doc:";

    /// <summary>The share of the units shown whole, by budget, of each repository that gave questions.</summary>
    public List<double[]> Whole { get; } = [];

    /// <summary>The share of the units whose file is in the pack.</summary>
    public List<double[]> Files { get; } = [];

    /// <summary>Number of questions.</summary>
    public int Questions { get; private set; }

    /// <summary>Mines a repository and asks.</summary>
    public async Task AddAsync(DevelopmentRepository repository)
    {
        EvaluationSet set = await QueryMiner.MineAsync(new DirectorySource(repository.Folder), CodeIndexer.DefaultParsers, new QueryMiningOptions { Styles = QueryStyles.Documentation });
        CodeIndex index = await CodeIndexer.IndexAsync(set.Source!);
        double[] whole = new double[budgets.Length], files = new double[budgets.Length];
        int asked = 0;
        foreach (EvaluationQuery question in set.Queries)
        {
            if (index.Find(question.Id[IdPrefix.Length..]) is not [CodeUnit target])
            {
                continue;
            }

            asked++;
            for (int i = 0; i < budgets.Length; i++)
            {
                ContextPack pack = await index.BuildContextAsync(question.Text, budgets[i]);
                whole[i] += PackFigures.ShowsWhole(pack, target) ? 1 : 0;
                files[i] += pack.Pieces.Any(piece => piece.Path == target.Path) ? 1 : 0;
            }
        }

        if (asked > 0)
        {
            Questions += asked;
            Whole.Add([.. whole.Select(count => count / asked)]);
            Files.Add([.. files.Select(count => count / asked)]);
        }
    }
}
