using System.Security.Cryptography;
using System.Text;

namespace StructIndex;

/// <summary>
/// Indexes of folders that were asked before, in the user's cache folder, each with what an update of it goes by. A file is named by the folder, the build of the tool and the
/// state of the folder's files, and appears whole or not at all, so any number of processes may use it at once.
/// </summary>
internal sealed class IndexCache
{
    private const string Ending = ".index";
    private readonly DirectorySource _source;
    private readonly string _key;
    private readonly DateTime _started = DateTime.UtcNow;
    private string? _inside;
    private string? _state;

    /// <summary>The cache of one folder.</summary>
    public IndexCache(DirectorySource source)
    {
        _source = source;
        IEnumerable<Guid> builds = new[] { typeof(CodeIndex), typeof(CSharpParser), typeof(TreeSitterParser), typeof(CodeIndexer) }.Select(type => type.Module.ModuleVersionId);
        _key = Hash($"{source.RootDirectory}\n{string.Join('\n', builds)}");
    }

    /// <summary>Where indexes are kept: <c>structindex</c> in <c>XDG_CACHE_HOME</c>, <c>LOCALAPPDATA</c> or <c>~/.cache</c>.</summary>
    public static string Folder
    {
        get
        {
            string variable = OperatingSystem.IsWindows() ? "LOCALAPPDATA" : "XDG_CACHE_HOME";
            string? folder = Environment.GetEnvironmentVariable(variable);
            return Path.Combine(Path.IsPathFullyQualified(folder ?? "") ? folder! : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"), "structindex");
        }
    }

    private string Notes => Path.Combine(Folder, _key + ".txt");

    private string IndexFile => Path.Combine(Folder, $"{_key}-{_state}{Ending}");

    /// <summary>The kept index of the folder as it is; null where there is none. Must be asked before the folder is indexed for <see cref="SaveAsync"/>.</summary>
    public async Task<CodeIndex?> LoadAsync(CancellationToken cancellationToken)
    {
        _inside = await _source.GetFingerprintAsync(cancellationToken).ConfigureAwait(false);
        _state = _inside is null ? null : Hash(_inside + Outside(Read(Notes).Skip(1)));
        return _state is null || !File.Exists(IndexFile) ? null : await OrNullAsync(() => CodeIndexer.LoadAsync(IndexFile, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>The kept index of an earlier state of the folder, to be updated; null where there is none.</summary>
    /// <param name="builder">Builds as the index was built.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    public async Task<CodeIndex?> LoadEarlierAsync(CodeIndexBuilder builder, CancellationToken cancellationToken)
    {
        string? newest = !Directory.Exists(Folder) ? null
            : new DirectoryInfo(Folder).EnumerateFiles($"{_key}-*{Ending}").MaxBy(file => file.LastWriteTimeUtc)?.FullName;
        return newest is null ? null : await OrNullAsync(() => builder.LoadAsync(newest, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Keeps an index for the next question, in place of the one of an earlier state, and says so the first time.</summary>
    /// <param name="builder">What built the index.</param>
    /// <param name="index">The index, built after <see cref="LoadAsync"/>.</param>
    /// <param name="console">Takes the line.</param>
    /// <param name="cancellationToken">Stops the saving.</param>
    public async Task SaveAsync(CodeIndexBuilder builder, CodeIndex index, ToolConsole console, CancellationToken cancellationToken)
    {
        string[] outside = [.. index.ReadBesides.Where(name => name.StartsWith("file ", StringComparison.Ordinal)).Select(name => name["file ".Length..])];
        if (_inside is null || Array.Exists(outside, path => File.GetLastWriteTimeUtc(Path.Combine(_source.RootDirectory, path)) >= _started))
        {
            // Written while the index was built, perhaps after it was read.
            return;
        }

        try
        {
            bool isFirst = !Directory.Exists(Folder);
            Directory.CreateDirectory(Folder);
            _state = Hash(_inside + Outside(outside));
            await WriteNotesAsync([_source.RootDirectory, .. outside], cancellationToken).ConfigureAwait(false);
            await builder.SaveAsync(index, IndexFile, cancellationToken).ConfigureAwait(false);
            foreach (string old in Directory.EnumerateFiles(Folder, _key + "-*").Where(file => !file.StartsWith(IndexFile, StringComparison.Ordinal)))
            {
                File.Delete(old);
            }

            if (isFirst)
            {
                await console.Error.WriteLineAsync($"structindex: the index is kept in {Folder} for the next question; --no-cache leaves it out, 'structindex cache clear' removes it").ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync($"structindex: the index was not kept for the next question: {e.Message}").ConfigureAwait(false);
        }
    }

    /// <summary>The folders with a kept index, each with its length in bytes and when it was made.</summary>
    public static IReadOnlyList<(string Root, long Length, DateTime Written)> List() => !Directory.Exists(Folder) ? [] :
    [
        .. new DirectoryInfo(Folder).EnumerateFiles("*" + Ending)
            .Select(file => (Read(Path.Combine(Folder, file.Name.Split('-')[0] + ".txt")).FirstOrDefault("?"), file.Length + LengthOf(file.FullName + ".state"), file.LastWriteTime))
            .OrderBy(kept => kept.Item1, StringComparer.Ordinal),
    ];

    /// <summary>Removes all kept indexes and says how many bytes that freed.</summary>
    public static long Clear()
    {
        long freed = 0;
        foreach (FileInfo file in Directory.Exists(Folder) ? new DirectoryInfo(Folder).EnumerateFiles() : [])
        {
            freed += file.Length;
            file.Delete();
        }

        return freed;
    }

    // Appears whole or not at all; what a killed process leaves is removed with the indexes of earlier states.
    private async Task WriteNotesAsync(IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        string written = Path.Combine(Folder, $"{_key}-{Guid.NewGuid():N}.tmp");
        await File.WriteAllLinesAsync(written, lines, cancellationToken).ConfigureAwait(false);
        File.Move(written, Notes, overwrite: true);
    }

    private static async Task<CodeIndex?> OrNullAsync(Func<Task<CodeIndex>> load)
    {
        try
        {
            return await load().ConfigureAwait(false);
        }
        catch (Exception e) when (e is StructIndexException or IOException or UnauthorizedAccessException)
        {
            // Damaged, or removed by another process meanwhile: it is built again.
            return null;
        }
    }

    // Files above the folder that its projects take in, by their sizes and times.
    private string Outside(IEnumerable<string> paths) => string.Concat(paths.Select(path => new FileInfo(Path.Combine(_source.RootDirectory, path)))
        .Select(file => FormattableString.Invariant($"\n{file.FullName} {(file.Exists ? file.Length : -1)} {file.LastWriteTimeUtc.Ticks}")));

    private static long LengthOf(string file) => new FileInfo(file) is { Exists: true } info ? info.Length : 0;

    private static string[] Read(string file) => File.Exists(file) ? File.ReadAllLines(file) : [];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
