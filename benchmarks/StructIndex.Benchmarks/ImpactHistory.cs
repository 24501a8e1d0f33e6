using System.Globalization;
using System.Text;

namespace StructIndex.Benchmarks;

/// <summary>
/// Holds <see cref="CodeGraph.Impact"/> against history: of a commit that changed code and tests, how often the test files that it changed are among the first
/// ten that the graph of the parent names for the changed code. Tests and code are those before the commit, so that nothing of its tests is seen.
/// </summary>
internal static class ImpactHistory
{
    public const string Help = "hold 'impact' against the tests that commits changed with the code: REPOSITORY.. (work trees or bare) [--commits N] [--depth N] [--out FILE.md]";

    private const int First = 10;
    private const int MaxFiles = 12;

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        int most = int.Parse(options.Find("commits") ?? "100", CultureInfo.InvariantCulture), depth = int.Parse(options.Find("depth") ?? "4", CultureInfo.InvariantCulture);
        StringBuilder report = new("| repository | commits | test files changed | graph: found, any found | names: found, any found |\n|-|-:|-:|-:|-:|\n");
        List<Outcome> all = [];
        foreach (string repository in options.Rest)
        {
            List<Outcome> outcomes = await MeasureAsync(repository, most, depth);
            all.AddRange(outcomes);
            report.Append(Row(Name(repository), outcomes));
            Console.Write(Row(Name(repository), outcomes));
        }

        report.Append(Row("all", all));
        Console.Write(report);
        if (options.Find("out") is { } file)
        {
            await File.WriteAllTextAsync(file, report.ToString());
        }

        return 0;
    }

    private static string Name(string repository) => Path.GetFileName(repository.TrimEnd('/') is var path && path.EndsWith("/repo", StringComparison.Ordinal) ? Path.GetDirectoryName(path)! : path);

    private static string Row(string name, List<Outcome> outcomes)
    {
        double changed = outcomes.Sum(outcome => outcome.Changed);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {outcomes.Count} | {changed} | {outcomes.Sum(outcome => outcome.ByGraph) / changed:.000}, {outcomes.Average(outcome => outcome.ByGraph > 0 ? 1.0 : 0):.000} | {outcomes.Sum(outcome => outcome.ByNames) / changed:.000}, {outcomes.Average(outcome => outcome.ByNames > 0 ? 1.0 : 0):.000} |\n");
    }

    private static async Task<List<Outcome>> MeasureAsync(string repository, int most, int depth)
    {
        List<Outcome> outcomes = [];
        string log = await GitProcess.RunAsync(repository, ["log", "--no-merges", "--max-count=3000", "--format=%H"], CancellationToken.None);
        string tree = Directory.CreateTempSubdirectory("impact-history-").FullName;
        foreach (string commit in log.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (outcomes.Count == most)
            {
                break;
            }

            if (await OutcomeOfAsync(repository, commit, tree, depth) is { } outcome)
            {
                outcomes.Add(outcome);
            }
        }

        Directory.Delete(tree, recursive: true);
        return outcomes;
    }

    private static async Task<Outcome?> OutcomeOfAsync(string repository, string commit, string tree, int depth)
    {
        GitDiffReader diff = new();
        try
        {
            // Backwards, so that lines are those of the parent.
            diff.Read(await GitProcess.RunAsync(repository, ["diff", "--unified=0", "--no-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", commit, commit + "^"], CancellationToken.None));
        }
        catch (StructIndexException)
        {
            // The first commit has no parent.
            return null;
        }

        bool mayHaveBoth = diff.Files.Count is >= 2 and <= MaxFiles && diff.Files.Exists(file => IsTestPath(file.Path)) && diff.Files.Exists(file => !IsTestPath(file.Path));
        if (!mayHaveBoth)
        {
            return null;
        }

        if (!await CheckOutAsync(repository, commit + "^", tree))
        {
            return null;
        }

        CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers }).BuildAsync(new DirectorySource(tree));
        HashSet<string> tests = [.. index.Units.Where(unit => unit.Role == UnitRole.Test && unit.Kind != UnitKind.Module).Select(unit => unit.Path)];
        HashSet<string> changedTests = [.. diff.Files.Select(file => file.Path).Where(tests.Contains)];
        CodeUnit[] changed = [.. index.Graph.UnitsAt(diff.Files).Where(unit => unit.Role == UnitRole.Implementation && unit.Kind != UnitKind.Module && !tests.Contains(unit.Path))];
        if (changedTests.Count == 0 || changed.Length == 0)
        {
            return null;
        }

        IEnumerable<string> byGraph = index.Graph.Impact(changed, depth).Tests.Select(test => test.Unit.Path).Distinct().Take(First);
        return new Outcome(changedTests.Count, byGraph.Count(changedTests.Contains), ByNames(changed, tests).Take(First).Count(changedTests.Contains));
    }

    private static async Task<bool> CheckOutAsync(string repository, string commit, string tree)
    {
        foreach (string old in Directory.EnumerateFileSystemEntries(tree))
        {
            if (Directory.Exists(old))
            {
                Directory.Delete(old, recursive: true);
            }
            else
            {
                File.Delete(old);
            }
        }

        try
        {
            await GitProcess.RunAsync(repository, ["-c", "core.bare=false", $"--work-tree={tree}", "checkout", "--force", "--quiet", commit, "--", "."], CancellationToken.None);
            return true;
        }
        catch (StructIndexException)
        {
            // A clone may lack large files.
            return false;
        }
    }

    private static bool IsTestPath(string path) => path.Contains("test", StringComparison.OrdinalIgnoreCase) || path.Contains("spec", StringComparison.OrdinalIgnoreCase);

    /// <summary>Test files by their names alone: those called like a changed file, then those whose name holds its name or that of a changed unit.</summary>
    private static IEnumerable<string> ByNames(CodeUnit[] changed, HashSet<string> tests)
    {
        HashSet<string> files = [.. changed.Select(unit => Plain(unit.Path))];
        HashSet<string> names = [.. files, .. changed.Select(unit => unit.Name.ToLowerInvariant()).Where(name => name.Length > 3)];
        return tests.Select(path => (path, plain: Plain(path)))
            .Select(test => (test.path, rank: files.Contains(test.plain) ? 0 : names.Any(name => test.plain.Contains(name, StringComparison.Ordinal)) ? 1 : 2))
            .Where(test => test.rank < 2).OrderBy(test => test.rank).ThenBy(test => test.path, StringComparer.Ordinal).Select(test => test.path);
    }

    /// <summary>A file's name without extension and without the words that make it a test.</summary>
    private static string Plain(string path)
    {
        string stem = Path.GetFileName(path).Split('.')[0].ToLowerInvariant();
        foreach (string word in (string[])["tests", "test", "spec"])
        {
            stem = stem.Replace(word, "", StringComparison.Ordinal);
        }

        return stem.Trim('_', '-');
    }

    private readonly record struct Outcome(int Changed, int ByGraph, int ByNames);
}
