using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>Reads the features of units that could answer styled questions into a folder, a file for each tree; a tree that is there already is left as it is.</summary>
internal static class ReadUnits
{
    public const string Help = "--trees DIR --questions DIR --cache DIR --units DIR [--part I/N]: ask every question whose functions are known of its tree, and keep the features of the units of the best files";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        string trees = options.Get("trees"), folder = Directory.CreateDirectory(options.Get("units")).FullName;
        int[] part = options.Find("part") is { } text ? [.. text.Split('/').Select(number => int.Parse(number, CultureInfo.InvariantCulture))] : [0, 1];
        IndexCache indexes = new(options.Get("cache"));
        string[] files = [.. Directory.GetFiles(options.Get("questions"), "*.jsonl").Order(StringComparer.Ordinal).Where((_, at) => at % part[1] == part[0])];
        foreach (string file in files)
        {
            StyledQuestion[] questions = [.. QuestionFile.Read(file).Where(question => question.Functions?.Count > 0)];
            string name = Path.GetFileNameWithoutExtension(file), kept = Path.Combine(folder, name + ".units");
            if (questions.Length > 0 && Directory.Exists(Path.Combine(trees, name)) && !UnitGroupFile.IsCurrent(kept))
            {
                long started = Stopwatch.GetTimestamp();
                IndexContents contents = await indexes.GetAsync(name, new DirectorySource(Path.Combine(trees, name)));
                UnitGroupReader reader = new(contents);
                UnitGroup[] groups = [.. questions.Select(reader.Read).OfType<UnitGroup>()];
                UnitGroupFile.Write(kept, groups);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {contents.Units.Count} units, {groups.Length} of {questions.Length} questions; {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
            }
        }

        return 0;
    }
}
