using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace StructIndex.Benchmarks;

/// <summary>What the call sites of C# code bases bind to, and what the binding costs.</summary>
internal static class CSharpBinding
{
    public const string Help = "what C# call sites bind to: FOLDER... [--out FILE.md]";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        StringBuilder report = new("""
            # What C# call sites bind to

            Call sites are invocations, object creations and constructor initialisers. They bind to a declaration of the code base (source), to a
            referenced assembly (metadata), to candidates the compiler could not settle between, or to nothing. Bound is source and metadata.
            The first row of a folder has the packages that lie in this machine's packages folder (the nearest version stands in for one that is
            missing there), as where people work on the code; the second has none, as in a fresh clone. Nothing is restored in either.
            CPU time is of this process, both cores and just-in-time compilation included, so the first row pays for the start.

            | folder | files | MB | edges | sites | source | metadata | candidate | nothing | bound | parse CPU s | bind CPU s | peak MB |
            |-|-:|-:|-:|-:|-:|-:|-:|-:|-:|-:|-:|-:|

            """);
        foreach (string folder in options.Rest)
        {
            report.AppendLine(await RowAsync(folder, "", PackageFolder.Default));
            report.AppendLine(await RowAsync(folder, ", no packages", new PackageFolder(null)));
        }

        Console.Write(report);
        if (options.Find("out") is { } path)
        {
            await File.WriteAllTextAsync(path, report.ToString());
        }

        return 0;
    }

    private static async Task<string> RowAsync(string folder, string label, PackageFolder packages)
    {
        CSharpParser parser = new();
        DirectorySource source = new(folder);
        List<SourceFile> files = [];
        await foreach (SourceFile file in source.ReadAsync(_ => { }))
        {
            if (parser.CanParse(file))
            {
                files.Add(file);
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        TimeSpan start = Cpu();
        CSharpEdgeBinder binder = (CSharpEdgeBinder)CSharpParser.Parse(ProjectModel.Discover(files, source.RootDirectory, []), packages, null, null, default).Binder!;
        TimeSpan parsed = Cpu();
        int edges = binder.Bind(null).Count;
        TimeSpan bound = Cpu();
        CSharpBindingStatistics sites = binder.Statistics;
        string Share(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} ({100.0 * count / Math.Max(1, sites.Total):0.00} %)");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Path.GetFileName(source.RootDirectory)}{label} | {files.Count} | {files.Sum(file => file.Text.Length) / 1e6:0.00} | {edges} | {sites.Total} | {Share(sites.Source)} | {Share(sites.Metadata)} | {Share(sites.Candidate)} | {Share(sites.Nothing)} | {100 * sites.BoundShare:0.00} % | {(parsed - start).TotalSeconds:0.0} | {(bound - parsed).TotalSeconds:0.0} | {PeakMemory.Megabytes():0} |");
    }

    private static TimeSpan Cpu()
    {
        using Process process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
