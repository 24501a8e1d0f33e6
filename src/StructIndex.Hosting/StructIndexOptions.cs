namespace StructIndex;

/// <summary>Which index an application keeps, and how it is built.</summary>
public sealed class StructIndexOptions
{
    /// <summary>The folder of source to index, or an index file that <see cref="CodeIndex.SaveAsync"/> wrote.</summary>
    /// <value>The default value is the current folder. Not looked at where <see cref="Source"/> is set.</value>
    public string Root { get; set; } = ".";

    /// <summary>Where the files come from, when they are not simply those of a folder.</summary>
    /// <value>The default value is null: the folder <see cref="Root"/>.</value>
    public ISourceProvider? Source { get; set; }

    /// <summary>How the index is built.</summary>
    /// <value>The default value leaves parsers and embedding model to the package.</value>
    public CodeIndexOptions Index { get; set; } = new();

    /// <summary>
    /// How the files are followed as they change; see <see cref="CodeIndexWatcher"/>. Files of a <see cref="Source"/> that are of no folder are polled. An index file stays as it is.
    /// </summary>
    /// <value>The default value watches; null leaves the index as it was built, and keeps nothing in memory for updates.</value>
    public CodeIndexWatcherOptions? Watcher { get; set; } = new();

    /// <summary>Receives the progress of the first build, from any thread.</summary>
    /// <value>The default value is null; <see cref="ICodeIndexAccessor.State"/> has the last report either way.</value>
    public IProgress<IndexProgress>? Progress { get; set; }

    /// <summary>
    /// A file that keeps the index from one run of the application to the next, with a second one of the same name and <c>.state</c> beside it: where it is there, the
    /// application begins with it, updated, and parses only what has changed. It is written once the index is whole. Vectors of another model than that of the package, and
    /// indexes without edges, are made anew each time all the same.
    /// </summary>
    /// <value>The default value is null: the index is built anew each time. Not looked at where <see cref="Root"/> is an index file.</value>
    public string? IndexFile { get; set; }

    internal IKeptIndex? Kept { get; set; }

    internal bool TakesRegisteredGenerator { get; private set; }

    internal object? GeneratorKey { get; private set; }

    /// <summary>
    /// Embeds with the <c>IEmbeddingGenerator&lt;string, Embedding&lt;float&gt;&gt;</c> that the application registered, in place of the one of <see cref="Index"/>. Without this call
    /// no source code goes to it.
    /// </summary>
    /// <param name="serviceKey">The key that it is registered under; null for the one without a key.</param>
    public void UseRegisteredEmbeddingGenerator(object? serviceKey = null) => (TakesRegisteredGenerator, GeneratorKey) = (true, serviceKey);
}
