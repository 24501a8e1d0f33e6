using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace StructIndex.Benchmarks;

/// <summary>Whether an index is the same bytes however and wherever it is made: each way is a process of its own.</summary>
internal static class Determinism
{
    public const string Help = "FOLDER: the saved index of a folder, made with other cores, load, limits of time, paths, orders, locales, processors and packages: which are the same bytes, and what differs; ends with 1 where any differ that must not";
    public const string OneHelp = "FOLDER [--cores N] [--load N] [--seconds-a-file N] [--order forward|reverse]: one run of 'determinism'";

    private static readonly (string Name, string[] Arguments, (string Name, string Value)[] Environment, bool MayDiffer)[] s_ways =
    [
        ("again", [], [], false),
        ("on one core", ["--cores", "1"], [], false),
        ("beside eight threads that never rest", ["--load", "8"], [], false),
        ("half a second for a file, not five", ["--seconds-a-file", "0.5"], [], false),
        ("half a second for a file, beside eight threads that never rest", ["--seconds-a-file", "0.5", "--load", "8"], [], false),
        ("an hour for a file", ["--seconds-a-file", "3600"], [], false),
        ("in another folder", ["--copy"], [], false),
        ("files given from memory", ["--order", "forward"], [], false),
        ("files given from memory in reverse", ["--order", "reverse"], [], false),
        ("Turkish locale, another time zone", [], [("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8"), ("TZ", "Pacific/Kiritimati")], false),
        ("a processor without AVX-512", [], [("DOTNET_EnableAVX512", "0"), ("DOTNET_EnableAVX512F", "0")], false),
        ("a processor without AVX2", [], [("DOTNET_EnableAVX2", "0")], false),
        ("code compiled at once", [], [("DOTNET_TieredCompilation", "0")], false),
        ("no package cache", [], [("NUGET_PACKAGES", "/nowhere")], true),
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        string folder = Path.GetFullPath(arguments[0]), copy = Directory.CreateTempSubdirectory("structindex-same-").FullName;
        try
        {
            string moved = Path.Combine(copy, "another folder", "größe");
            Copy(folder, moved);
            string first = await OneAsync([folder], []);
            Console.WriteLine($"| how | bytes | what |\n|-|-|-|\n| first | | {What(first)} |");
            int wrong = 0;
            foreach ((string name, string[] options, (string Name, string Value)[] environment, bool mayDiffer) in s_ways)
            {
                string line = await OneAsync(options is ["--copy"] ? [moved] : [folder, .. options], environment);
                bool isSame = line == first;
                wrong += isSame || mayDiffer ? 0 : 1;
                Console.WriteLine($"| {name} | {(isSame ? "same" : mayDiffer ? "differ, as said" : "**differ**")} | {(isSame ? "" : What(line))} |");
            }

            return wrong == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    public static async Task<int> RunOneAsync(string[] arguments)
    {
        Options options = new(arguments);
        if (options.Find("cores") is { } cores && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            Process.GetCurrentProcess().ProcessorAffinity = (1 << int.Parse(cores, CultureInfo.InvariantCulture)) - 1;
        }

        for (int i = int.Parse(options.Find("load") ?? "0", CultureInfo.InvariantCulture); i > 0; i--)
        {
            new Thread(() => { while (true) { } }) { IsBackground = true }.Start();
        }

        ISourceProvider source = new DirectorySource(options.Rest[0]);
        if (options.Find("order") is { } order)
        {
            List<SourceFile> files = await source.ReadAsync(_ => { }).ToListAsync();
            source = new Given(order == "reverse" ? Enumerable.Reverse(files) : files, source.RootDirectory);
        }

        TreeSitterParserOptions limits = options.Find("seconds-a-file") is { } seconds ? new() { TimeoutPerFile = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)) } : new();
        CodeIndex index = await CodeIndexer.IndexAsync(source, new CodeIndexOptions { Parsers = [new CSharpParser(), new TreeSitterParser(limits)] });
        using MemoryStream saved = new();
        await IndexSnapshot.SaveAsync(index.Contents, saved);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Convert.ToHexStringLower(SHA256.HashData(saved.GetBuffer().AsSpan(0, (int)saved.Length)))} {index.Units.Count} units, {index.Graph.Edges.Count} edges, {index.Failures.Count} failures, {index.ReadBesides.Count} frameworks and packages read"));
        return 0;
    }

    private static string What(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static async Task<string> OneAsync(string[] arguments, (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (string argument in Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [Environment.GetCommandLineArgs()[0], "determinism-one", .. arguments] : (string[])["determinism-one", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process child = Process.Start(start)!;
        string output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return child.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"a run ended with {child.ExitCode}");
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from).Where(file => new FileInfo(file).LinkTarget is null))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (string folder in Directory.GetDirectories(from).Where(folder => new DirectoryInfo(folder).LinkTarget is null))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    /// <summary>Files in an order of our choice.</summary>
    private sealed class Given(IEnumerable<SourceFile> files, string? root) : ISourceProvider
    {
        public string? RootDirectory => root;

        public IAsyncEnumerable<SourceFile> ReadAsync(Action<FileFailure> onFailure, CancellationToken cancellationToken = default) => files.ToAsyncEnumerable();
    }
}
