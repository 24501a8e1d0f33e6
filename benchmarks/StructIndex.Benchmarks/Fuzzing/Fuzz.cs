using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StructIndex.Tests;

namespace StructIndex.Benchmarks;

/// <summary>Gives changed inputs to everything that reads what strangers wrote, guided by the branches that they reach: each target in a process of its own, over an instrumented copy of this program.</summary>
internal static class Fuzz
{
    public const string Help = "[--seconds 60] [--seed 1] [--only PATTERN] [--samples tests/StructIndex.Tests/TreeSitter/Golden] [--corpus FOLDER] [--keep FOLDER] [--afl FOLDER]: changed inputs for each reader of what strangers wrote, guided by the branches they reach; seconds are processor time. Inputs that reach new ones are read from and written to the folder of the corpus, findings are written to that of --keep. With --afl afl-fuzz makes the inputs instead, seconds are on the clock, and the folder gets what it writes";

    public const string TargetsHelp = "[--samples tests/StructIndex.Tests/TreeSitter/Golden]: the names of the targets of 'fuzz', a list in JSON";

    public const string Samples = "tests/StructIndex.Tests/TreeSitter/Golden";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        string keep = Path.GetFullPath(options.Find("keep") ?? Path.GetTempPath());
        string? afl = options.Find("afl"), corpus = options.Find("corpus");
        string folder = Directory.CreateTempSubdirectory("structindex-instrumented-").FullName;
        try
        {
            string program = InstrumentedCopy.Make(folder);
            Directory.CreateDirectory(keep);
            Console.WriteLine("| target | executions | a second | kept | pairs of branches | findings | slowest ms |\n|-|-|-|-|-|-|-|");
            long found = 0;
            foreach (string title in Targets(options).Select(target => target.Name).Where(name => Regex.IsMatch(name, options.Find("only") ?? "", RegexOptions.NonBacktracking)))
            {
                string name = title.Replace(' ', '-');
                string[] one = ["--target", title, "--samples", Path.GetFullPath(options.Find("samples") ?? Samples), "--seconds", options.Find("seconds") ?? "60", "--seed", options.Find("seed") ?? "1", "--keep", Path.Combine(keep, name), .. corpus is null ? (string[])[] : ["--corpus", Path.GetFullPath(Path.Combine(corpus, name))]];
                FuzzCount count = afl is null ? await RunOneAsync(program, one, Path.Combine(keep, name)) : await Afl.RunAsync(program, one, Path.GetFullPath(Path.Combine(afl, name)));
                found += count.Findings;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {title} | {count.Executions:N0} | {count.Executions / Math.Max(count.Seconds, 1):N0} | {count.Kept:N0} | {count.Edges:N0} | {count.Findings} | {count.SlowestMilliseconds:0} |"));
            }

            return found == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static Task<int> ListTargetsAsync(string[] arguments)
    {
        Console.WriteLine(new JsonArray([.. Targets(new Options(arguments)).Select(target => JsonValue.Create(target.Name))]).ToJsonString());
        return Task.FromResult(0);
    }

    public static IEnumerable<(string Name, Func<FuzzTarget> Make)> Targets(Options options) => FuzzTargets.All.Concat(SourceTargets.All(options.Find("samples") ?? Samples));

    // What ends the process, an overflow of the stack or an input that takes too long, is a finding as any other: the input that was read last.
    private static async Task<FuzzCount> RunOneAsync(string program, string[] arguments, string keep)
    {
        ProcessStartInfo start = new(InstrumentedCopy.Host, [program, "fuzz-one", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        InstrumentedCopy.Limit(start.Environment);
        using Process run = Process.Start(start)!;
        Task<string> said = run.StandardError.ReadToEndAsync();
        FuzzCount last = default;
        while (await run.StandardOutput.ReadLineAsync() is { } line)
        {
            last = FuzzCount.Parse(line);
        }

        await run.WaitForExitAsync();
        if (run.ExitCode != 0)
        {
            await File.WriteAllTextAsync(keep + ".ended.txt", $"exit code {run.ExitCode}\n{await said}");
            File.Copy(keep + ".last", keep + ".ended", overwrite: true);
            last = last with { Findings = last.Findings + 1 };
        }

        return last;
    }
}
