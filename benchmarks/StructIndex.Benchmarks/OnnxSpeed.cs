using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>
/// Tokens a second of a hub model through the package, from texts to vectors, against the same model driven by onnxruntime-node over the same batches
/// of token ids, in turns in one run. One thread each. CPU seconds stand beside wall seconds, for machines that do other work too.
/// </summary>
internal static class OnnxSpeed
{
    public const string Help = "FOLDER --model FOLDER --node-modules DIR [--units 150] [--rounds 5] [--int8]: tokens a second against onnxruntime-node over the units of a folder";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        int units = int.Parse(options.Find("units") ?? "150", CultureInfo.InvariantCulture), rounds = int.Parse(options.Find("rounds") ?? "5", CultureInfo.InvariantCulture);
        OnnxEmbeddingOptions use = new() { LongTexts = LongTexts.Truncate, Weights = arguments.Contains("--int8") ? OnnxWeights.Int8 : OnnxWeights.Default, Runtime = new OnnxRuntimeOptions { Threads = 1 } };
        using OnnxEmbeddingGenerator model = OnnxEmbeddingGenerator.Load(options.Get("model"), use);
        CodeIndex index = await CodeIndexer.IndexDirectoryAsync(options.Rest[0], new CodeIndexOptions { BindEdges = false });
        string[] texts = [.. index.Units.Where((_, i) => i % Math.Max(index.Units.Count / units, 1) == 0).Take(units).Select(u => EnrichmentTemplate.Render(u, [], []))];
        HubToken[][] rows = [.. texts.Select(text => model.Tokenizer.Encode(text, new HubEncodeOptions { MaxTokens = model.MaxTokens }).ToArray())];
        long tokens = rows.Sum(row => (long)row.Length);
        string batches = Path.GetTempFileName(), script = Path.ChangeExtension(batches, ".mjs");
        try
        {
            await File.WriteAllTextAsync(batches, JsonSerializer.Serialize([.. TokenBatches.Of([.. rows.Select(row => row.Length)]).Select(batch => Padded([.. batch.Select(row => rows[row])]))], BenchmarkJson.Default.PaddedBatchArray));
            await using (Stream source = typeof(OnnxSpeed).Assembly.GetManifestResourceStream("onnx-node.mjs")!)
            await using (FileStream file = File.Create(script))
            {
                await source.CopyToAsync(file);
            }

            string weights = new HubFolder(options.Get("model"), use.Weights, null).ModelPath;
            using Process node = Process.Start(new ProcessStartInfo("node", [script, Path.GetFullPath(options.Get("node-modules")), weights, batches]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            await node.StandardOutput.ReadLineAsync();
            List<(double Wall, double Cpu)> ours = [], theirs = [];
            for (int round = 0; round <= rounds; round++)
            {
                await node.StandardInput.WriteLineAsync("run");
                double[] seconds = [.. ((await node.StandardOutput.ReadLineAsync()) ?? throw new InvalidOperationException("node ended")).Split(' ').Select(s => double.Parse(s, CultureInfo.InvariantCulture))];
                TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
                long started = Stopwatch.GetTimestamp();
                await model.GenerateAsync(texts);
                double wall = Stopwatch.GetElapsedTime(started).TotalSeconds, cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;

                // The first round warms both up.
                if (round > 0)
                {
                    ours.Add((wall, cpu));
                    theirs.Add((seconds[0], seconds[1]));
                }
            }

            node.StandardInput.Close();
            await node.WaitForExitAsync();
            Report(tokens, texts.Length, ours, theirs);
        }
        finally
        {
            File.Delete(batches);
            File.Delete(script);
        }

        return 0;
    }

    private static PaddedBatch Padded(HubToken[][] rows)
    {
        int columns = rows.Max(row => row.Length);
        return new PaddedBatch(
            rows.Length,
            columns,
            [.. rows.SelectMany(row => Enumerable.Range(0, columns).Select(c => c < row.Length ? row[c].Id : 0))],
            [.. rows.SelectMany(row => Enumerable.Range(0, columns).Select(c => c < row.Length ? 1 : 0))]);
    }

    private static void Report(long tokens, int units, List<(double Wall, double Cpu)> ours, List<(double Wall, double Cpu)> theirs)
    {
        static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
        double cpuRatio = Median(ours.Zip(theirs, (a, b) => b.Cpu / a.Cpu)), wallRatio = Median(ours.Zip(theirs, (a, b) => b.Wall / a.Wall));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            | units | tokens | ours, tokens a CPU second | onnxruntime-node | ratio | ours, tokens a second | onnxruntime-node | ratio | CPU seconds for 1,000 units |
            |-|-|-|-|-|-|-|-|-|
            | {units} | {tokens} | {tokens / Median(ours.Select(o => o.Cpu)):0} | {tokens / Median(theirs.Select(o => o.Cpu)):0} | {cpuRatio:0.00} | {tokens / Median(ours.Select(o => o.Wall)):0} | {tokens / Median(theirs.Select(o => o.Wall)):0} | {wallRatio:0.00} | {1000 * Median(ours.Select(o => o.Cpu)) / units:0} |
            """));
    }
}

/// <summary>A batch of texts as token ids, the shorter ones filled up to the longest.</summary>
internal sealed record PaddedBatch(int Rows, int Columns, int[] Ids, int[] Mask);
