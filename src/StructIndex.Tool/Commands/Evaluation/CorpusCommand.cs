using System.CommandLine;
using System.Globalization;

namespace StructIndex;

/// <summary><c>structindex corpus DIR... -o FILE</c>: mines documentation/code pairs to train on.</summary>
internal static class CorpusCommand
{
    private const int ReportEvery = 50;

    public static Command Create(ToolConsole console)
    {
        Command command = new("corpus", "Mine pairs of documentation and code from folders of source, for 'structindex train'. A folder is a package: its pairs are held out together.");
        Argument<string[]> folders = new("DIR") { Description = "Folders of source.", Arity = ArgumentArity.OneOrMore };
        Option<string> output = new("--output", "-o") { Description = "The corpus file to write.", HelpName = "FILE", Required = true };
        Option<bool> each = new("--each") { Description = "Every folder in a DIR is a package of its own." };
        Option<string?> heldOut = new("--held-out") { Description = "Lines of PROJECT, a tab, and 'dev' or 'test'. Without it, 3 % of the projects are held out for each.", HelpName = "FILE" };
        Option<string?> excluded = new("--exclude-projects") { Description = "Names of projects that never enter, one a line.", HelpName = "FILE" };
        Option<string[]> leaks = new("--leak-check") { Description = "Folders of source, or JSON lines with a 'text', whose code never enters.", HelpName = "PATH" };
        Option<int> limit = new("--limit") { Description = "Most pairs of a package.", DefaultValueFactory = _ => new MiningOptions().MaxPairsPerPackage };
        Option<string?> licences = new("--licences") { Description = "Where to list each package with its licence and number of pairs.", HelpName = "FILE" };
        command.Add(folders);
        foreach (Option option in (Option[])[output, each, heldOut, excluded, leaks, limit, licences])
        {
            command.Add(option);
        }

        command.SetAction(async (arguments, cancellationToken) =>
        {
            string[] given = arguments.GetRequiredValue(folders);
            string[] packages = arguments.GetValue(each) ? [.. given.SelectMany(d => Directory.GetDirectories(d).Order(StringComparer.Ordinal))] : given;
            MiningOptions options = new()
            {
                ExcludedProjects = Lines(arguments.GetValue(excluded)),
                HeldOut = Splits(Lines(arguments.GetValue(heldOut))),
                LeakCheck = arguments.GetValue(leaks) ?? [],
                MaxPairsPerPackage = arguments.GetValue(limit),
            };
            string file = arguments.GetRequiredValue(output);
            MiningReport report = await CorpusMiner.MineAsync(packages, file, CodeIndexer.DefaultParsers, options, new Reporter(console), cancellationToken).ConfigureAwait(false);
            if (arguments.GetValue(licences) is { } list)
            {
                await File.WriteAllLinesAsync(list, report.Packages.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name}\t{p.Pairs}\t{p.License}")), cancellationToken).ConfigureAwait(false);
            }

            await WriteAsync(console.Output, report).ConfigureAwait(false);
            return report.Total > 0 ? ExitCode.Found : ExitCode.Nothing;
        });
        return command;
    }

    private static async Task WriteAsync(TextWriter output, MiningReport report)
    {
        await output.WriteLineAsync("language\tfunctions\ttypes\tfiles\theld out").ConfigureAwait(false);
        foreach (var language in report.Pairs.GroupBy(p => p.Key.Language).OrderByDescending(g => g.Sum(p => p.Value)).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            int Of(PairKind kind) => language.Where(p => p.Key.Kind == kind).Sum(p => p.Value);
            int away = language.Where(p => p.Key.Split != CorpusSplit.Train).Sum(p => p.Value);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{language.Key}\t{Of(PairKind.Function)}\t{Of(PairKind.Type)}\t{Of(PairKind.File)}\t{away}")).ConfigureAwait(false);
        }

        string dropped = string.Join(", ", report.Dropped.OrderByDescending(d => d.Value).Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Key} {d.Value}")));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report.Total} pairs of {report.Packages.Count} packages; {report.Failures} files failed; left out: {dropped}")).ConfigureAwait(false);
    }

    private static IReadOnlyList<string> Lines(string? file) => file is null ? [] : [.. File.ReadLines(file).Where(l => l.Length > 0)];

    private static Dictionary<string, CorpusSplit> Splits(IReadOnlyList<string> lines)
    {
        Dictionary<string, CorpusSplit> splits = new(StringComparer.Ordinal);
        foreach (string line in lines)
        {
            splits[line.Split('\t')[0]] = line.Split('\t') switch
            {
                [_, "dev"] => CorpusSplit.Development,
                [_, "test"] => CorpusSplit.Test,
                _ => throw new ArgumentException($"'{line}' is not a project, a tab, and 'dev' or 'test'."),
            };
        }

        return splits;
    }

    private sealed class Reporter(ToolConsole console) : IProgress<MiningProgress>
    {
        public void Report(MiningProgress value)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"{value.Packages} of {value.TotalPackages} packages, {value.Pairs} pairs, {value.Package}");
            if (console.IsTerminal)
            {
                console.Redraw(line + (value.Packages == value.TotalPackages ? "\n" : ""));
            }
            else if (value.Packages % ReportEvery == 0 || value.Packages == value.TotalPackages)
            {
                console.Error.WriteLine($"structindex: {line}");
            }
        }
    }
}
