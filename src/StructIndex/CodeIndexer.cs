using Microsoft.Extensions.AI;

namespace StructIndex;

/// <summary>
/// Indexes a code base with good defaults: C# by Roslyn, other languages by tree-sitter, the code-native model of the package.
/// </summary>
public static class CodeIndexer
{
    /// <summary>C# by Roslyn, every other language by tree-sitter. Thread-safe, and shared.</summary>
    public static IReadOnlyList<ICodeParser> DefaultParsers { get; } = [new CSharpParser(), new TreeSitterParser()];

    /// <summary>The code-native model of the package. Thread-safe, and shared; loaded when first asked for.</summary>
    public static IEmbeddingGenerator<string, Embedding<float>> DefaultEmbeddingGenerator => CodeModel.Default;

    /// <summary>Indexes a folder: what git would track of it, in every language that is known.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="options">How the index is built; parsers and model left out are those of the package. Null for the defaults.</param>
    /// <param name="progress">Receives the progress, from any thread; null for no reports.</param>
    /// <param name="cancellationToken">Stops the build within 200 ms.</param>
    /// <exception cref="ArgumentException">There is no such folder.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<CodeIndex> IndexDirectoryAsync(string path, CodeIndexOptions? options = null, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default) =>
        IndexAsync(new DirectorySource(path), options, progress, cancellationToken);

    /// <summary>
    /// Indexes several folders as one: paths begin with the folder's name, and edges are found between them too, by imports, packages and project references.
    /// </summary>
    /// <param name="paths">The folders, none inside of another; see <see cref="DirectoriesSource"/>.</param>
    /// <param name="options">How the index is built; parsers and model left out are those of the package. Null for the defaults.</param>
    /// <param name="progress">Receives the progress, from any thread; null for no reports.</param>
    /// <param name="cancellationToken">Stops the build within 200 ms.</param>
    /// <exception cref="ArgumentException">A folder is not there, or inside of another.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<CodeIndex> IndexDirectoriesAsync(IEnumerable<string> paths, CodeIndexOptions? options = null, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default) =>
        IndexAsync(new DirectoriesSource(paths), options, progress, cancellationToken);

    /// <summary>Indexes files from anywhere.</summary>
    /// <param name="source">Where the files come from.</param>
    /// <param name="options">How the index is built; parsers and model left out are those of the package. Null for the defaults.</param>
    /// <param name="progress">Receives the progress, from any thread; null for no reports.</param>
    /// <param name="cancellationToken">Stops the build within 200 ms.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<CodeIndex> IndexAsync(ISourceProvider source, CodeIndexOptions? options = null, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default) =>
        CreateBuilder(options).BuildAsync(source, progress, cancellationToken);

    /// <summary>
    /// Indexes files that may have changed since an index was built of them; see <see cref="CodeIndexBuilder.UpdateAsync"/>.
    /// </summary>
    /// <param name="index">The index so far; it goes on answering.</param>
    /// <param name="source">Where the files come from now.</param>
    /// <param name="options">
    /// As the index was built, with <see cref="CodeIndexOptions.KeepForUpdates"/> for the next update; parsers and model left out are those
    /// of the package. Null for the defaults, but that what is needed for updates is kept.
    /// </param>
    /// <param name="progress">Receives the progress, from any thread; null for no reports.</param>
    /// <param name="cancellationToken">Stops the update within 200 ms.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<CodeIndex> UpdateAsync(
        CodeIndex index, ISourceProvider source, CodeIndexOptions? options = null, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default) =>
        CreateBuilder(options ?? new CodeIndexOptions { KeepForUpdates = true }).UpdateAsync(index, source, progress, cancellationToken);

    /// <summary>Indexes a folder and keeps the index up to date; see <see cref="CodeIndexBuilder.WatchAsync"/>.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="options">How the index is built; parsers and model left out are those of the package. Null for the defaults.</param>
    /// <param name="watcherOptions">How the folder is watched; null for the defaults.</param>
    /// <param name="progress">Receives the progress of the first build, from any thread; null for no reports.</param>
    /// <param name="cancellationToken">Stops the first build.</param>
    /// <exception cref="ArgumentException">There is no such folder.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<CodeIndexWatcher> WatchDirectoryAsync(
        string path, CodeIndexOptions? options = null, CodeIndexWatcherOptions? watcherOptions = null, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default) =>
        CreateBuilder(options).WatchAsync(new DirectorySource(path), watcherOptions, progress, cancellationToken);

    /// <summary>A builder with the parsers and the model of the package where <paramref name="options"/> leaves them out.</summary>
    /// <param name="options">How indexes are built; null for the defaults.</param>
    public static CodeIndexBuilder CreateBuilder(CodeIndexOptions? options = null) => new(WithDefaults(options ?? new CodeIndexOptions()));

    /// <summary>Loads an index that <see cref="CodeIndex.SaveAsync"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="generator">The model the index was built with; null for the one of the package.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IndexFormatException">The file is damaged, cut short, of another version, or made with another model.</exception>
    public static Task<CodeIndex> LoadAsync(string path, IEmbeddingGenerator<string, Embedding<float>>? generator = null, CancellationToken cancellationToken = default) =>
        CodeIndex.LoadAsync(path, generator ?? DefaultEmbeddingGenerator, cancellationToken);

    private static CodeIndexOptions WithDefaults(CodeIndexOptions options) => options with
    {
        Parsers = options.Parsers.Count > 0 ? options.Parsers : DefaultParsers,
        EmbeddingGenerator = options.EmbeddingGenerator ?? DefaultEmbeddingGenerator,
    };
}
