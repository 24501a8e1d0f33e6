using System.Globalization;
using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>
/// Issues as developers wrote them, with the file and the functions that were then changed: how often all of them are among the first of a search that
/// shows one unit of each file first, and of one that shows the best units first. Tests and documentation are struck from the results.
/// </summary>
internal static class IssueFunctions
{
    public const string Help = "--issues FILE.jsonl --trees DIR --cache DIR: files and functions that issues changed, among the first results";

    private const int Limit = 100;
    private const int Leading = 10;

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        IndexCache cache = new(options.Get("cache"));
        List<(int File, int Function, bool HasFunctions)> byFile = [], byUnit = [];
        int documents = 0, typesShown = 0, rightFiles = 0, rightShown = 0, found = 0, refused = 0;
        foreach (IGrouping<string, Issue> tree in File.ReadLines(options.Get("issues")).Select(Issue.Read).GroupBy(issue => issue.Tree, StringComparer.Ordinal))
        {
            string folder = Path.Combine(options.Get("trees"), tree.Key);
            if (!Directory.Exists(folder))
            {
                Console.Error.WriteLine($"{tree.Key} is not there: {tree.Count()} issues left out");
                continue;
            }

            CodeIndex index = new(await cache.GetAsync(tree.Key, new DirectorySource(folder)), CodeIndexer.DefaultEmbeddingGenerator);
            foreach (Issue issue in tree)
            {
                SearchResult files = await index.SearchAsync(issue.Text, new SearchOptions { Limit = Limit, MinimumRelevance = 0 });
                SearchResult units = await index.SearchAsync(issue.Text, new SearchOptions { Limit = Limit, MinimumRelevance = 0, UnitsFirst = true });
                byFile.Add(Places(issue, files));
                if (byFile[^1].File is > 0 and <= Leading)
                {
                    found++;
                    refused += (await index.SearchAsync(issue.Text)).Abstained ? 1 : 0;
                }

                byUnit.Add(Places(issue, units));
                CodeUnit? shown = files.Hits.FirstOrDefault(hit => hit.Unit.Path == issue.File)?.Unit;
                documents += LanguageCatalog.IsProse(files.Hits[0].Unit.Language) ? 1 : 0;
                rightFiles += shown is not null && issue.Functions.Count > 0 ? 1 : 0;
                typesShown += shown is not null && issue.Functions.Count > 0 && shown.Kind.IsType() ? 1 : 0;
                rightShown += shown is not null && issue.Functions.Contains(shown.QualifiedName) ? 1 : 0;
            }
        }

        Console.WriteLine($"| {byFile.Count} issues | file Acc@1 | @5 | @10 | functions Acc@1 | @5 | @10 |\n|-|-|-|-|-|-|-|");
        Console.WriteLine($"| one unit of each file first | {Row(byFile)} |");
        Console.WriteLine($"| the best units first | {Row(byUnit)} |");
        Console.WriteLine($"\nof {rightFiles} right files {rightShown} are shown by a changed function, {typesShown} by a type; {documents} first hits are documents; of {found} whose file is among the first {Leading}, {refused} are refused by default");
        return 0;
    }

    // The places, from 1, of the last file and the last function that were changed, among different files and among units.
    private static (int File, int Function, bool HasFunctions) Places(Issue issue, SearchResult found)
    {
        CodeUnit[] units = [.. found.Hits.Select(hit => hit.Unit).Where(unit => unit.Role != UnitRole.Test && !LanguageCatalog.IsProse(unit.Language))];
        int file = 1 + units.Select(unit => unit.Path).Distinct(StringComparer.Ordinal).ToList().IndexOf(issue.File);
        int[] functions = [.. issue.Functions.Select(function => 1 + Array.FindIndex(units, unit => unit.Path == issue.File && unit.QualifiedName == function))];
        return (file, functions.Contains(0) ? 0 : functions.DefaultIfEmpty(0).Max(), functions.Length > 0);
    }

    private static string Row(List<(int File, int Function, bool HasFunctions)> places)
    {
        int[] functions = [.. places.Where(place => place.HasFunctions).Select(place => place.Function)];
        return string.Join(" | ", ((int[])[1, 5, 10]).Select(k => Share(places.Select(place => place.File), k)).Concat(((int[])[1, 5, 10]).Select(k => Share(functions, k))));
    }

    private static string Share(IEnumerable<int> places, int k) => places.Average(place => place >= 1 && place <= k ? 100.0 : 0).ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record Issue(string Text, string Tree, string File, IReadOnlyList<string> Functions)
    {
        public static Issue Read(string line)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            return new Issue(
                json.RootElement.GetProperty("query").GetString()!,
                json.RootElement.GetProperty("tree_name").GetString()!,
                json.RootElement.GetProperty("relevant")[0].GetProperty("path").GetString()!,
                [.. json.RootElement.GetProperty("functions").EnumerateArray().Select(function => function.GetString()!)]);
        }
    }
}
