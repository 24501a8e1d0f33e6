using System.Text.Json;

namespace StructIndex;

/// <summary>
/// Mines documentation/code pairs from folders of source, for <see cref="ModelTrainer"/>: functions, types and whole files with what their
/// authors wrote about them. Assemblies with XML documentation beside them are read too. The same folders give the same file.
/// </summary>
public static class CorpusMiner
{
    private const int MaxLicence = 200;

    /// <summary>Mines packages and writes the corpus.</summary>
    /// <param name="packages">Folders; each is a package by the name of its folder.</param>
    /// <param name="output">The file to write; it appears when it is complete.</param>
    /// <param name="parsers">The parsers, as an index takes them: the first that takes a file gets it.</param>
    /// <param name="options">What stays out; the defaults when null.</param>
    /// <param name="progress">Receives a report after each package; null for no reports.</param>
    /// <param name="cancellationToken">Stops the work and leaves no file.</param>
    /// <returns>What the corpus holds.</returns>
    /// <exception cref="ArgumentException">A folder or file does not exist.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<MiningReport> MineAsync(
        IReadOnlyList<string> packages,
        string output,
        IReadOnlyList<ICodeParser> parsers,
        MiningOptions? options = null,
        IProgress<MiningProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(packages);
        ArgumentException.ThrowIfNullOrEmpty(output);
        ArgumentNullException.ThrowIfNull(parsers);
        options ??= new MiningOptions();
        options.Validate();
        string? missing = packages.FirstOrDefault(p => !Directory.Exists(p)) ?? options.LeakCheck.FirstOrDefault(p => !Directory.Exists(p) && !File.Exists(p));
        if (missing is not null)
        {
            throw new ArgumentException($"'{missing}' does not exist.", nameof(packages));
        }

        SourceMiner miner = new(parsers, options);
        IReadOnlySet<string> excluded = ProjectNames.Set(options.ExcludedProjects);
        ProjectSplits splits = new(options);

        // What is held out comes first, so that its code is known when copies of it turn up elsewhere.
        (string Folder, string Name, CorpusSplit Split)[] order = [.. packages
            .Select(p => Path.TrimEndingDirectorySeparator(Path.GetFullPath(p)))
            .Select(p => (Folder: p, Name: Path.GetFileName(p)))
            .Where(p => !ProjectNames.IsOneOf(p.Name, excluded))
            .Select(p => (p.Folder, p.Name, Split: splits.Of(p.Name)))
            .OrderBy(p => p.Split == CorpusSplit.Train).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Folder, StringComparer.Ordinal)];
        string unfinished = output + ".tmp";
        try
        {
            using CorpusWriter writer = new(unfinished);
            CorpusAssembler assembler = new(writer, options.MaxPairsPerPackage, await FingerprintsAsync(miner, options, cancellationToken).ConfigureAwait(false));
            int done = 0;
            await foreach (PackagePairs package in OrderedWork.RunAsync(order, options.Threads, p => MineOneAsync(miner, p.Folder, p.Name, cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                assembler.Add(package, order[done].Split);
                done++;
                progress?.Report(new MiningProgress(done, order.Length, writer.Pairs, package.Package.Name));
            }

            writer.Complete();
            File.Move(unfinished, output, overwrite: true);
            return assembler.Report();
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task<PackagePairs> MineOneAsync(SourceMiner miner, string folder, string name, CancellationToken cancellationToken)
    {
        PackagePairs pairs = new(new CorpusPackage(name, PackageLicence.Of(folder, MaxLicence)));
        AssemblyMiner.Mine(folder, pairs, cancellationToken);
        await miner.MineAsync(folder, pairs, cancellationToken).ConfigureAwait(false);
        return pairs;
    }

    private static async Task<HashSet<ulong>> FingerprintsAsync(SourceMiner miner, MiningOptions options, CancellationToken cancellationToken)
    {
        HashSet<ulong> all = [];
        foreach (string path in options.LeakCheck)
        {
            if (Directory.Exists(path))
            {
                all.UnionWith(await miner.FingerprintsAsync(path, cancellationToken).ConfigureAwait(false));
                continue;
            }

            await foreach (string line in File.ReadLinesAsync(path, cancellationToken).ConfigureAwait(false))
            {
                using JsonDocument document = JsonDocument.Parse(line);
                if (document.RootElement.TryGetProperty("text", out JsonElement text))
                {
                    all.Add(BodyFingerprint.Of(text.GetString()));
                }
            }
        }

        return all;
    }
}
