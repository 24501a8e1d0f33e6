using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using StructIndex.Tests;

namespace StructIndex.Benchmarks;

/// <summary>The law of updates, over many random changes: an updated index is byte for byte the index built anew.</summary>
internal static class UpdateLaw
{
    public const string Help = "[--edits 10000] [--per-script 100] [--every 5] [--seed 1] [--csharp true]: random changes of small code bases in 13 languages (or of C# alone); every few updates the index is compared with one built anew";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        int edits = options.Number("edits", 10_000), perScript = options.Number("per-script", 100), every = options.Number("every", 5), seed = options.Number("seed", 1);
        long started = Stopwatch.GetTimestamp();
        int done = 0, updates = 0, compared = 0;
        for (; done < edits; seed++)
        {
            string folder = Directory.CreateTempSubdirectory("structindex-law-").FullName;
            try
            {
                bool csharp = options.Find("csharp") is not null || seed % 4 == 0;
                RandomCodeBase code = new(folder, seed, csharp ? 10 : 26, csharp ? ["csharp"] : []);
                CodeIndexBuilder builder = CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });
                CodeIndex index = await builder.BuildAsync(new DirectorySource(folder));
                List<string> changes = [];
                for (int step = 0; changes.Count < perScript; step++)
                {
                    for (int change = step % 3; change >= 0; change--)
                    {
                        changes.Add(code.Change());
                    }

                    index = await builder.UpdateAsync(index, new DirectorySource(folder));
                    updates++;
                    if (step % every == 0)
                    {
                        compared++;
                        if (await HashAsync(index) != await HashAsync(await CodeIndexer.IndexDirectoryAsync(folder)))
                        {
                            Console.WriteLine($"seed {seed} differs after {changes.Count} changes, the last of them:\n{string.Join('\n', changes.TakeLast(3 * every))}");
                            return 1;
                        }
                    }
                }

                done += changes.Count;
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {done} changes in {updates} updates, {compared} compared, all equal; {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, {GC.GetTotalMemory(true) / 1e6:0} MB"));
        }

        return 0;
    }

    /// <summary>A hash of an index as it is saved.</summary>
    public static async Task<string> HashAsync(CodeIndex index)
    {
        using MemoryStream stream = new();
        await IndexSnapshot.SaveAsync(index.Contents, stream);
        return Convert.ToHexString(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
    }
}
