using System.Diagnostics;
using System.Globalization;
using StructIndex.Tests;

namespace StructIndex.Benchmarks;

/// <summary>Builds, updates, saves, loads and searches in one process: what is alive afterwards, what the process takes, its handles and threads.</summary>
internal static class LongLives
{
    public const string Help = "[--rounds 1000] [--warm-up 200] [--every 50] [--model FOLDER]: builds, updates, saves, loads and searches of small code bases in one process; ends with 1 where memory or handles grow by more than 5 % after the warm-up. FOLDER: a model of the hub, loaded and used in each round";

    private static readonly string[] s_questions = ["save a store", "what calls Parser.Load?", "where is the cache closed", "a/b.cs:3"];

    // Each round may add a file or delete one; the code base stays of this size, so that what grows is the process alone.
    private const int Files = 26;

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        int rounds = Number(options, "rounds", 1000), warmUp = Number(options, "warm-up", 200), every = Number(options, "every", 50);
        string folder = Directory.CreateTempSubdirectory("structindex-lives-").FullName;
        try
        {
            FillCaches();
            RandomCodeBase code = new(Path.Combine(folder, "code"), seed: 1, files: Files) { MaxFiles = Files };
            Console.WriteLine("| rounds | source KB | alive MB | resident MB | handles | threads | s |\n|-|-|-|-|-|-|-|");
            long started = Stopwatch.GetTimestamp();
            (double Alive, double Resident, int Handles) warm = default, last = default;
            for (int round = 1; round <= rounds; round++)
            {
                await LiveAsync(code, folder, options.Find("model"));
                if (round % every == 0)
                {
                    GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                    GC.WaitForPendingFinalizers();
                    double alive = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
                    using Process self = Process.GetCurrentProcess();
                    last = (alive, self.WorkingSet64 / 1e6, self.HandleCount);
                    warm = round <= warmUp ? last : warm;
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {round} | {code.Length / 1e3:0} | {last.Alive:0.0} | {last.Resident:0} | {last.Handles} | {self.Threads.Count} | {Stopwatch.GetElapsedTime(started).TotalSeconds:0} |"));
                }
            }

            return last.Alive <= 1.05 * warm.Alive && last.Resident <= 1.05 * warm.Resident && last.Handles <= 1.05 * warm.Handles ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The compiler keeps 65,536 small nodes and as many tokens of all it has ever parsed for the whole process. They are full here from the start, and
    // not after some thousand rounds.
    private static void FillCaches()
    {
        for (int file = 0; file < 30; file++)
        {
            string calls = string.Concat(Enumerable.Range(10_000 * file, 10_000).Select(i => $"x{i}.y{i}(z{i}, {i});\n"));
            new CSharpParser().Parse([new SourceFile("a.cs", $"class A {{ void M() {{ {calls} }} }}")], null, null);
        }
    }

    // The code base is kept from round to round, the index is not.
    private static async Task LiveAsync(RandomCodeBase code, string folder, string? model)
    {
        string root = Path.Combine(folder, "code"), file = Path.Combine(folder, "code.index");
        CodeIndexBuilder builder = CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });
        CodeIndex index = await builder.BuildAsync(new DirectorySource(root));
        code.Change();
        index = await builder.UpdateAsync(index, new DirectorySource(root));
        await index.SaveAsync(file);
        CodeIndex loaded = await CodeIndex.LoadAsync(file, CodeModel.Default);
        CodeIndex once = await CodeIndexer.IndexDirectoryAsync(root);
        foreach (string question in s_questions)
        {
            await index.SearchAsync(question);
            await loaded.SearchAsync(question);
            await once.BuildContextAsync(question, 1000);
        }

        if (model is not null)
        {
            using OnnxEmbeddingGenerator generator = OnnxEmbeddingGenerator.Load(model);
            await generator.GenerateAsync(s_questions);
        }
    }

    private static int Number(Options options, string name, int value) => int.Parse(options.Find(name) ?? value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
