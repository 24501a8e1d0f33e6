using System.Security.Cryptography;
using System.Text;

namespace StructIndex;

/// <summary>
/// Indexes of folders that were asked before, in the user's cache folder, each with what an update of it goes by. A file is named by the folder, the build of the tool and the
/// state of the folder's files, and appears whole or not at all, so any number of processes may use it at once.
/// </summary>
internal sealed class IndexCache : IKeptIndex
{
    private const string Ending = ".index";
    private const string Repository = "repository ";
    private readonly DirectorySource _source;
    private readonly ToolConsole _console;
    private readonly string _build;
    private readonly string _key;
    private readonly string[] _repository;
    private readonly DateTime _started = DateTime.UtcNow;
    private string? _inside;
    private string? _state;

    /// <summary>The cache of one folder.</summary>
    /// <param name="source">The folder.</param>
    /// <param name="console">Is told in a line what the user may want to know.</param>
    public IndexCache(DirectorySource source, ToolConsole console)
    {
        (_source, _console) = (source, console);
        IEnumerable<Guid> builds = new[] { typeof(CodeIndex), typeof(CSharpParser), typeof(TreeSitterParser), typeof(CodeIndexer) }.Select(type => type.Module.ModuleVersionId);
        _build = Hash(string.Join('\n', builds))[..8];
        _key = _build + Hash(source.RootDirectory);

        // Addresses of repositories may hold passwords.
        _repository = [.. source.GetRepositoryNames().Select(name => Repository + Hash(name))];
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

    /// <summary>The kept index of the folder as it is; null where there is none. Asked before the folder is indexed for <see cref="SaveAsync"/>.</summary>
    public async Task<CodeIndex?> LoadAsync(CancellationToken cancellationToken)
    {
        // The newest index is mostly that of the folder as it is, and is read while the folder is looked at.
        using CancellationTokenSource isOther = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        string? newest = Newest(_key);
        Task<CodeIndex?> loading = newest is null ? Task.FromResult<CodeIndex?>(null) : OrNullAsync(() => CodeIndexer.LoadAsync(newest, cancellationToken: isOther.Token));
        _inside = await _source.GetFingerprintAsync(cancellationToken).ConfigureAwait(false);
        _state = _inside is null ? null : Hash(_inside + Outside(Read(Notes).Skip(1).Where(line => !line.StartsWith(Repository, StringComparison.Ordinal))));
        if (_state is not null && newest == IndexFile)
        {
            return await loading.ConfigureAwait(false);
        }

        await isOther.CancelAsync().ConfigureAwait(false);
        return _state is null || !File.Exists(IndexFile) ? null : await OrNullAsync(() => CodeIndexer.LoadAsync(IndexFile, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>
    /// The kept index of an earlier state of the folder, to be updated, or else of the newest worktree or clone of its repository; null where there is none.
    /// </summary>
    /// <param name="builder">Builds as the index was built.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    public async Task<CodeIndex?> LoadAsync(CodeIndexBuilder builder, CancellationToken cancellationToken)
    {
        _inside ??= await _source.GetFingerprintAsync(cancellationToken).ConfigureAwait(false);
        CodeIndex? own = Newest(_key) is { } file ? await OrNullAsync(() => builder.LoadAsync(file, cancellationToken)).ConfigureAwait(false) : null;
        return own ?? (Relatives().MaxBy(File.GetLastWriteTimeUtc) is { } other ? await OrNullAsync(() => builder.LoadAsync(other, _source, cancellationToken)).ConfigureAwait(false) : null);
    }

    /// <summary>Keeps an index for the next question, in place of the one of an earlier state, and says so the first time.</summary>
    /// <param name="builder">What built the index.</param>
    /// <param name="index">The index, built after what was kept was asked for.</param>
    /// <param name="cancellationToken">Stops the saving.</param>
    public async Task SaveAsync(CodeIndexBuilder builder, CodeIndex index, CancellationToken cancellationToken)
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
            await WriteNotesAsync([_source.RootDirectory, .. _repository, .. outside], cancellationToken).ConfigureAwait(false);
            await builder.SaveAsync(index, IndexFile, cancellationToken).ConfigureAwait(false);

            // What was written since is the work of another process, which may not be done.
            foreach (string old in Directory.EnumerateFiles(Folder, _key + "-*").Where(file => !file.StartsWith(IndexFile, StringComparison.Ordinal) && File.GetLastWriteTimeUtc(file) < _started))
            {
                RemoveUnlessOpen(old);
            }

            if (isFirst)
            {
                await _console.Error.WriteLineAsync($"structindex: the index is kept in {Folder} for the next question; --no-cache leaves it out, 'structindex cache clear' removes it").ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await _console.Error.WriteLineAsync($"structindex: the index was not kept for the next question: {e.Message}").ConfigureAwait(false);
        }
    }

    /// <summary>The folders with a kept index, each with its length in bytes and when it was made.</summary>
    public static IReadOnlyList<(string Root, long Length, DateTime Written)> List() => !Directory.Exists(Folder) ? [] :
    [
        .. new DirectoryInfo(Folder).EnumerateFiles("*" + Ending)
            .Select(file => (Read(Path.Combine(Folder, file.Name.Split('-')[0] + ".txt")).FirstOrDefault("?"), file.Length + LengthOf(file.FullName + ".state"), file.LastWriteTime))
            .OrderBy(kept => kept.Item1, StringComparer.Ordinal),
    ];

    /// <summary>Removes all kept indexes but what another process is writing or reading, and says how many bytes that freed.</summary>
    public static long Clear() => !Directory.Exists(Folder) ? 0
        : new DirectoryInfo(Folder).EnumerateFiles().Sum(file => file.Length is var length && RemoveUnlessOpen(file.FullName) ? length : 0);

    // Appears whole or not at all; what a killed process leaves is removed with the indexes of earlier states.
    private async Task WriteNotesAsync(IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        string written = Path.Combine(Folder, $"{_key}-{Guid.NewGuid():N}.tmp");
        await File.WriteAllLinesAsync(written, lines, cancellationToken).ConfigureAwait(false);
        File.Move(written, Notes, overwrite: true);
    }

    private static string? Newest(string key) => !Directory.Exists(Folder) ? null
        : new DirectoryInfo(Folder).EnumerateFiles($"{key}-*{Ending}").MaxBy(file => file.LastWriteTimeUtc)?.FullName;

    // The newest index of each other folder of the same repository.
    private IEnumerable<string> Relatives() => _repository.Length == 0 || !Directory.Exists(Folder) ? []
        : Directory.EnumerateFiles(Folder, _build + "*.txt").Where(notes => notes != Notes && Read(notes).Intersect(_repository, StringComparer.Ordinal).Any())
            .Select(notes => Newest(Path.GetFileNameWithoutExtension(notes))).OfType<string>();

    private static bool RemoveUnlessOpen(string file)
    {
        try
        {
            // Refused by the system where another process has it open.
            using FileStream alone = new(file, FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
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
