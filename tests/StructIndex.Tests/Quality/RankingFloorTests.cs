using System.Globalization;

namespace StructIndex.Tests;

/// <summary>
/// Floors under the ranking of a small code base that does not change (<c>benchmarks/StructIndex.Benchmarks/Examples/parcels</c>): it has tests, an
/// example, an older version, a legacy module, declarations without bodies and an entry file that only passes on. <c>ranks.golden.txt</c> beside its
/// questions says where each right answer stands; set STRUCTINDEX_UPDATE_GOLDEN=1 to write it again, and look at what changed.
/// </summary>
public sealed class RankingFloorTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "benchmarks", "StructIndex.Benchmarks", "Examples", "parcels");
    private static readonly string s_golden = Path.Combine(s_folder, "ranks.golden.txt");
    private static readonly Lazy<Task<Answer[]>> s_answers = new(AskAsync);

    [Fact]
    public async Task The_right_file_and_the_right_unit_come_first()
    {
        Answer[] answers = await s_answers.Value;
        Assert.True(answers.Length >= 30);
        Assert.InRange(answers.Average(answer => Reciprocal(answer.File)), .95, 1);
        Assert.InRange(answers.Average(answer => Reciprocal(answer.Unit)), .8, 1);
        Assert.All(answers, answer => Assert.InRange(answer.File, 1, 5));
    }

    [Fact]
    public async Task No_answer_stands_lower_than_it_did()
    {
        Answer[] answers = await s_answers.Value;
        if (Environment.GetEnvironmentVariable("STRUCTINDEX_UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllLinesAsync(s_golden, answers.Select(answer => answer.ToString()), TestContext.Current.CancellationToken);
        }

        Dictionary<string, Answer> golden = (await File.ReadAllLinesAsync(s_golden, TestContext.Current.CancellationToken)).Select(Answer.Parse).ToDictionary(answer => answer.Id);
        Assert.Equal(golden.Keys, answers.Select(answer => answer.Id));
        string[] lower = [.. answers.Where(answer => Place(answer.File) > Place(golden[answer.Id].File) || Place(answer.Unit) > Place(golden[answer.Id].Unit)).Select(answer => $"was {golden[answer.Id].File}/{golden[answer.Id].Unit}: {answer}")];
        Assert.True(lower.Length == 0, string.Join('\n', lower));
    }

    private static double Reciprocal(int rank) => rank == 0 ? 0 : 1.0 / rank;

    private static int Place(int rank) => rank == 0 ? int.MaxValue : rank;

    private static async Task<Answer[]> AskAsync()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(new DirectorySource(s_folder, new SourceOptions { Include = ["**/*.py", "**/*.ts", "**/*.go"] }));
        List<Answer> answers = [];
        foreach (EvaluationQuery query in EvaluationQueries.Load(Path.Combine(s_folder, "questions.jsonl")))
        {
            IReadOnlyList<SearchHit> hits = (await index.SearchAsync(query.Text, new SearchOptions { MinimumRelevance = 0 })).Hits;
            RelevanceTarget target = query.Targets.Single();
            int Rank(Func<SearchHit, bool> isRight) => hits.Where(isRight).Select(hit => hit.Rank).FirstOrDefault();
            answers.Add(new Answer(
                query.Id, Rank(hit => hit.Unit.Path == target.Path), Rank(hit => hit.Unit.Path == target.Path && (target.Symbol is null || hit.Unit.Name == target.Symbol)), query.Text, $"{hits[0].Unit.Path} {hits[0].Unit.Name}"));
        }

        return [.. answers];
    }

    /// <summary>Where the right file and the right unit of a question stand (0 for not among ten), and what stands first.</summary>
    private sealed record Answer(string Id, int File, int Unit, string Question, string First)
    {
        public static Answer Parse(string line)
        {
            string[] cells = line.Split('\t');
            return new Answer(cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture), int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3], cells[4]);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}\t{File}\t{Unit}\t{Question}\t{First}");
    }
}
