using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>Mines the cache of <c>benchmarks/corpus/fetch.sh</c> with the lists beside that script.</summary>
internal static class MineCorpus
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments.Length < 3)
        {
            Console.Error.WriteLine("usage: mine-corpus CACHE LISTS OUTPUT [--limit PAIRS] [--threads N] [LEAK-CHECK...]   (LISTS: benchmarks/corpus; LEAK-CHECK: folders and jsonl files)");
            return 2;
        }

        string[] heldOut = [.. File.ReadLines(Path.Combine(arguments[1], "held-out.txt")).Where(l => l.Length > 0)];
        List<string> leaks = [.. arguments[3..]];
        int limit = Number(leaks, "--limit", 4000), threads = Number(leaks, "--threads", Environment.ProcessorCount);
        MiningOptions options = new()
        {
            ExcludedProjects = [.. File.ReadLines(Path.Combine(arguments[1], "excluded-projects.txt")).Where(l => l.Length > 0)],
            HeldOut = heldOut.Select(l => l.Split('\t')).ToDictionary(l => l[0], l => l[1] == "dev" ? CorpusSplit.Development : CorpusSplit.Test, StringComparer.Ordinal),
            LeakCheck = leaks,
            MaxPairsPerPackage = limit,
            Threads = threads,
        };
        string[] packages = [.. Directory.GetDirectories(Path.Combine(arguments[0], "src")).Order(StringComparer.Ordinal).SelectMany(kind => Directory.GetDirectories(kind).Order(StringComparer.Ordinal))];
        Progress progress = new();
        MiningReport report = await CorpusMiner.MineAsync(packages, arguments[2], [new CSharpParser(), new TreeSitterParser()], options, progress).ConfigureAwait(false);
        foreach (var language in report.Pairs.GroupBy(p => p.Key.Language).OrderByDescending(g => g.Sum(p => p.Value)))
        {
            int Of(PairKind kind) => language.Where(p => p.Key.Kind == kind).Sum(p => p.Value);
            Console.WriteLine($"{language.Key}\t{Of(PairKind.Function)}\t{Of(PairKind.Type)}\t{Of(PairKind.File)}\t{language.Where(p => p.Key.Split != CorpusSplit.Train).Sum(p => p.Value)}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Total} pairs of {report.Packages} packages, {report.Failures} files failed; left out: {string.Join(", ", report.Dropped.OrderByDescending(d => d.Value).Select(d => $"{d.Key} {d.Value}"))}"));
        return 0;
    }

    private static int Number(List<string> arguments, string name, int otherwise)
    {
        int at = arguments.IndexOf(name);
        if (at < 0)
        {
            return otherwise;
        }

        int value = int.Parse(arguments[at + 1], CultureInfo.InvariantCulture);
        arguments.RemoveRange(at, 2);
        return value;
    }

    private sealed class Progress : IProgress<MiningProgress>
    {
        private long _next;

        public void Report(MiningProgress value)
        {
            if (value.Packages >= _next || value.Packages == value.TotalPackages)
            {
                Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {value.Packages} of {value.TotalPackages} packages, {value.Pairs} pairs, {value.Package}");
                _next = value.Packages + 50;
            }
        }
    }
}
