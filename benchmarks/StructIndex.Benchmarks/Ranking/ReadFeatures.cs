using System.Diagnostics;

namespace StructIndex.Benchmarks;

/// <summary>Reads the features of styled questions into a folder, a file for each tree; a tree that is there already is left as it is.</summary>
internal static class ReadFeatures
{
    public const string Help = "--trees DIR --questions DIR|FILE,... --cache DIR --features DIR [--part I/N]: ask every question of its tree, and keep the features of the candidates";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        string trees = options.Get("trees"), features = options.Get("features");
        Directory.CreateDirectory(features);
        string[] files = [.. options.Get("questions").Split(',').SelectMany(path => Directory.Exists(path) ? Directory.GetFiles(path, "*.jsonl") : [path])];
        int[] part = options.Find("part") is { } text ? [.. text.Split('/').Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))] : [0, 1];
        IndexCache indexes = new(options.Get("cache"));
        ILookup<string, StyledQuestion> questions = files.SelectMany(QuestionFile.Read).ToLookup(question => question.Tree, StringComparer.Ordinal);
        string[] names = [.. questions.Select(group => group.Key).Order(StringComparer.Ordinal).Where((_, at) => at % part[1] == part[0])];
        foreach (string name in names)
        {
            string file = Path.Combine(features, name + ".groups");
            string folder = Path.Combine(trees, name);
            if (Directory.Exists(folder) && GroupFile.Read(file)?.Count is not > 0)
            {
                long started = Stopwatch.GetTimestamp();
                IndexContents contents = await indexes.GetAsync(name, new DirectorySource(folder));
                TimeSpan indexed = Stopwatch.GetElapsedTime(started);
                PlainBm25 plain = new(folder, [.. Enumerable.Range(0, contents.FileCount).Select(contents.PathOf)]);
                GroupReader reader = new(contents, plain);
                RankedGroup[] groups = [.. questions[name].Select(reader.Read).OfType<RankedGroup>()];
                GroupFile.Write(file, groups);
                Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}: {contents.FileCount} files, {contents.Units.Count} units, {groups.Length} questions, targets among the candidates {groups.Sum(g => g.Hits.Count(h => h)) / (double)Math.Max(groups.Sum(g => g.Targets), 1):0.000}; index {indexed.TotalSeconds:0.0} s, all {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
            }
        }

        return 0;
    }
}
