using System.Diagnostics;
using System.Globalization;
using System.Text;
using StructIndex.Tests;

namespace StructIndex.Benchmarks;

/// <summary>afl-fuzz of AFL++, which gives its inputs to a target in the instrumented copy.</summary>
internal static class Afl
{
    private static readonly string[] s_settings = ["AFL_SKIP_BIN_CHECK", "AFL_NO_UI", "AFL_SKIP_CPUFREQ", "AFL_NO_AFFINITY", "AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES"];

    /// <summary>Runs one target.</summary>
    /// <param name="program">The instrumented copy.</param>
    /// <param name="arguments">Those of 'fuzz-one'.</param>
    /// <param name="folder">Where afl-fuzz writes; a second run goes on from there.</param>
    public static async Task<FuzzCount> RunAsync(string program, string[] arguments, string folder)
    {
        Options options = new(arguments);
        string inputs = Path.Combine(folder, "given"), words = Path.Combine(folder, "words");
        Give(Fuzz.Targets(options).Single(target => target.Name == options.Get("target")).Make(), options.Find("corpus"), Directory.CreateDirectory(inputs).FullName, words);
        ProcessStartInfo start = new("afl-fuzz", [
            "-i", Directory.Exists(Path.Combine(folder, "default")) ? "-" : inputs, "-o", folder, "-x", words, "-V", options.Get("seconds"), "-s", options.Get("seed"), "-t", "10000", "-m", "none",
            "--", InstrumentedCopy.Host, program, "fuzz-one", "--target", options.Get("target"), "--samples", options.Get("samples"), "--afl", "1"]) { RedirectStandardOutput = true };
        InstrumentedCopy.Limit(start.Environment);
        Array.ForEach(s_settings, name => start.Environment[name] = "1");
        using Process run = Process.Start(start)!;
        string said = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"afl-fuzz ended with {run.ExitCode}\n{said}");
        }

        Dictionary<string, string> numbers = File.ReadLines(Path.Combine(folder, "default", "fuzzer_stats")).Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).ToDictionary(pair => pair[0], pair => pair[1]);
        long Number(string name) => long.Parse(numbers[name], CultureInfo.InvariantCulture);
        return new FuzzCount(Number("execs_done"), Number("run_time"), Number("corpus_count"), Number("edges_found"), Number("saved_crashes") + Number("saved_hangs"), Number("slowest_exec_ms"));
    }

    private static void Give(FuzzTarget target, string? corpus, string inputs, string words)
    {
        IEnumerable<byte[]> more = Directory.Exists(corpus) ? Directory.GetFiles(corpus).Select(File.ReadAllBytes) : [];
        foreach ((int at, byte[] input) in target.Inputs.Concat(more).Index())
        {
            File.WriteAllBytes(Path.Combine(inputs, at.ToString(CultureInfo.InvariantCulture)), input);
        }

        File.WriteAllLines(words, target.Words.Where(word => word.Length > 0).Select(word => $"\"{string.Concat(Encoding.UTF8.GetBytes(word).Select(part => $"\\x{part:x2}"))}\""));
    }
}
