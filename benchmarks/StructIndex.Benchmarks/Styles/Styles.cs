using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>Makes a training set of questions in many styles from public repositories.</summary>
internal static class Styles
{
    public const string Help = "--list FILE.tsv --mirror DIR --out DIR --questions DIR [--only NAME,NAME] [--report FILE.md]: questions of many styles from bare repositories; what is there is kept";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        IReadOnlyList<StyleRepository> list = StyleRepository.Load(options.Get("list"));
        HashSet<string>? only = options.Find("only")?.Split(',').ToHashSet(StringComparer.Ordinal);
        StyleFiles files = new(options.Get("out"));
        int failures = 0;
        foreach (StyleRepository repository in list.Where(repository => !files.Has(repository.Name) && only?.Contains(repository.Name) != false))
        {
            try
            {
                (IReadOnlyList<StyledQuestion> questions, StyledRepositoryFacts facts, TreeWords words) = await StyledQuestions.MineAsync(repository, options.Get("mirror"), files.Trees);
                files.Save(facts, questions, words);
                files.SaveList();
                Console.WriteLine($"{repository.Name,-28} {facts.Files,5} files {facts.Units,6} units  {string.Join(' ', facts.Questions.Select(style => $"{style.Key} {style.Value}"))}");
            }
            catch (Exception failure) when (failure is InvalidOperationException or IOException or UnauthorizedAccessException)
            {
                failures++;
                await Console.Error.WriteLineAsync($"{repository.Name}: left out: {failure.Message}");
            }
        }

        StyleRepository[] there = [.. list.Where(repository => files.Has(repository.Name))];
        IEnumerable<string> world = File.ReadLines(Path.Combine(options.Get("questions"), "far.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("query").GetString()!);
        NegativeQuestions negatives = new(there.Select(repository => (repository, files.Questions(repository.Name), files.Words(repository.Name))), world);
        foreach (StyleRepository repository in there)
        {
            files.SaveNegatives(repository.Name, negatives.For(repository));
        }

        string report = StylesReport.Of([.. there.Select(repository => (repository, files.Questions(repository.Name), files.Negatives(repository.Name)))]);
        Console.WriteLine(report);
        if (options.Find("report") is { } file)
        {
            await File.WriteAllTextAsync(file, report);
        }

        return failures == 0 ? 0 : 1;
    }
}
