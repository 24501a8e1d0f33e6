using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>Unpacks the trees of the development sets (questions of a language model, issues, commit subjects) and writes their questions in the form of the training set.</summary>
internal static class StyleTrees
{
    public const string Help = "--eval DIR --mirror DIR --list FILE.tsv --questions DIR --out DIR: trees and questions of the development sets, laid out as 'styles' does; what is not in the mirror is left out";

    // Repositories that changed their owner, and a fork that holds every commit that is asked for.
    private static readonly Dictionary<string, string> s_moved = new(StringComparer.Ordinal)
    {
        ["encode/starlette"] = "Kludex/starlette",
        ["echasnovski/mini.nvim"] = "nvim-mini/mini.nvim",
        ["matplotlib/matplotlib"] = "anntzer/matplotlib",
    };

    public static Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        string evaluation = options.Get("eval"), mirror = options.Get("mirror");
        StyleFiles files = new(options.Get("out"));
        using JsonDocument list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(evaluation, "repos.json")));
        List<string> described = [];
        foreach (JsonElement row in list.RootElement.EnumerateArray())
        {
            string name = Text(row, "name"), root = Text(row, "root"), repository = new Uri(Text(row, "url")).AbsolutePath.Trim('/').Replace(".git", "", StringComparison.Ordinal);
            Lay(files, mirror, new Tree(name, s_moved.GetValueOrDefault(repository, repository), Text(row, "language"), "development", Text(row, "revision"), root), Path.Combine(evaluation, "repos", name + ".jsonl"), "llm");
            described.Add(name);
        }

        DescribedNegatives negatives = new(StyleRepository.Load(options.Get("list")), options.Get("questions"), [.. described.Where(files.Has).Select(name => (name, files.Questions(name)))]);
        foreach (string name in described.Where(files.Has))
        {
            files.SaveNegatives(name, negatives.For(name));
        }

        foreach (string style in (string[])["commit", "issue"])
        {
            string set = Path.Combine(evaluation, "real", style + "s.jsonl");
            foreach (var tree in Rows(set).Select(row => new Tree(Text(row, "tree_name"), Text(row, "repo"), row.TryGetProperty("language", out JsonElement language) ? language.GetString()! : "python", "real", Text(row, "tree"), ".")).Distinct())
            {
                Lay(files, mirror, tree, set, style);
            }
        }

        files.SaveList();
        return Task.FromResult(0);
    }

    private static void Lay(StyleFiles files, string mirror, Tree tree, string questions, string style)
    {
        if (files.Has(tree.Name))
        {
            return;
        }

        string directory = StyleRepository.GitDirectory(mirror, s_moved.GetValueOrDefault(tree.Repository, tree.Repository));
        if (!Directory.Exists(directory))
        {
            Console.Error.WriteLine($"{tree.Name}: left out: there is no {directory}");
            return;
        }

        using GitRepository git = new(directory);
        int count = SourceTree.Unpack(git, tree.Revision, tree.Root, Path.Combine(files.Trees, tree.Name));
        Dictionary<string, CodeUnit[]> parsed = new(StringComparer.Ordinal);
        ChangedUnits changed = new(git, UnitsOf);
        StyledQuestion[] found = [.. Rows(questions).Where(row => style == "llm" || Text(row, "tree_name") == tree.Name).Select(Question)];
        files.Save(new StyledRepositoryFacts(tree.Name, tree.Repository, tree.Language, "", tree.Kind, tree.Revision, tree.Root, count, 0, StyledRepositoryFacts.Counts(found)), found, words: null);
        Console.WriteLine($"{tree.Name,-28} {count,5} files {found.Length,4} questions");

        StyledQuestion Question(JsonElement row)
        {
            JsonElement[] relevant = [.. row.GetProperty("relevant").EnumerateArray()];
            string[] paths = [.. relevant.Select(target => Text(target, "path")).Distinct(StringComparer.Ordinal)];
            string query = Text(row, "query");
            string named = row.TryGetProperty("named", out JsonElement given) ? given.GetString()! : NamedTarget.Of(query, paths);
            IEnumerable<StyledTarget> functions = row.TryGetProperty("functions", out JsonElement names) ? names.EnumerateArray().SelectMany(name => Named(paths[0], name.GetString()!))
                : row.TryGetProperty("commit", out JsonElement commit) ? changed.Of(commit.GetString()!, paths)
                : relevant.Where(target => target.TryGetProperty("start", out _)).Select(target => new StyledTarget(Text(target, "path"), target.GetProperty("start").GetInt32(), target.GetProperty("end").GetInt32()));
            return new StyledQuestion(Text(row, "id"), query, style, named, tree.Repository, tree.Language, tree.Name, [.. paths.Select(path => new StyledTarget(path))], [.. functions]);
        }

        IEnumerable<StyledTarget> Named(string path, string symbol) =>
            UnitsOf(path).Where(unit => unit.QualifiedName == symbol || unit.QualifiedName.EndsWith("." + symbol, StringComparison.Ordinal)).Take(1).Select(StyledTarget.Of);

        CodeUnit[] UnitsOf(string path)
        {
            string file = Path.Combine(files.Trees, tree.Name, path);
            return parsed.TryGetValue(path, out CodeUnit[]? units) ? units : parsed[path] = File.Exists(file) ? [.. StyledTree.Parse([new SourceFile(path, File.ReadAllText(file))]).Units] : [];
        }
    }

    private static IEnumerable<JsonElement> Rows(string file) => File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement);

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private sealed record Tree(string Name, string Repository, string Language, string Kind, string Revision, string Root);
}
