using System.Globalization;
using StructIndex.Tests;

namespace StructIndex.Benchmarks;

/// <summary>Gives changed inputs to everything that reads what strangers wrote, for as long as is asked.</summary>
internal static class Fuzz
{
    public const string Help = "[--seconds 60] [--seed 1] [--only TEXT] [--samples tests/StructIndex.Tests/TreeSitter/Golden] [--keep FOLDER]: changed inputs for each reader of what strangers wrote; seconds are processor time, findings are written to FOLDER";

    public static Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        double seconds = double.Parse(options.Find("seconds") ?? "60", CultureInfo.InvariantCulture);
        int seed = int.Parse(options.Find("seed") ?? "1", CultureInfo.InvariantCulture), found = 0;
        string only = options.Find("only") ?? "", keep = options.Find("keep") ?? Path.GetTempPath();
        Directory.CreateDirectory(keep);
        Console.WriteLine("| target | executions | a second of processor time | findings | slowest ms |\n|-|-|-|-|-|");
        foreach ((string title, Func<FuzzTarget> make) in FuzzTargets.All.Concat(SourceTargets.All(options.Find("samples") ?? "tests/StructIndex.Tests/TreeSitter/Golden")).Where(target => target.Name.Contains(only, StringComparison.Ordinal)))
        {
            string name = Path.Combine(keep, title.Replace(' ', '-'));
            TimeSpan started = Environment.CpuUsage.TotalTime;
            FuzzResult result = FuzzRun.Run(make(), seed, _ => (Environment.CpuUsage.TotalTime - started).TotalSeconds > seconds, input => File.WriteAllBytes(name + ".last", input));
            Dictionary<string, (byte[] Input, Exception Failure)> kinds = [];
            foreach ((byte[] input, Exception failure) in result.Failures)
            {
                // Of each kind, by where it was thrown, the shortest.
                string kind = $"{failure.GetType().Name} {failure.StackTrace?.Split('\n')[0]}";
                if (!kinds.TryGetValue(kind, out (byte[] Input, Exception Failure) known) || input.Length < known.Input.Length)
                {
                    kinds[kind] = (input, failure);
                }
            }

            foreach ((int number, (byte[] input, Exception failure)) in kinds.Values.Index())
            {
                File.WriteAllBytes($"{name}.{number}", input);
                File.WriteAllText($"{name}.{number}.txt", failure.ToString());
            }

            found += kinds.Count;
            File.WriteAllBytes(name + ".slowest", result.Slowest);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {title} | {result.Executions:N0} | {result.Executions / (Environment.CpuUsage.TotalTime - started).TotalSeconds:N0} | {kinds.Count} | {result.Time.TotalMilliseconds:0} |"));
        }

        return Task.FromResult(found == 0 ? 0 : 1);
    }
}
