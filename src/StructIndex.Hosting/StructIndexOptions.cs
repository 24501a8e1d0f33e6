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
    /// How often the files are looked at for changes, which an update then takes over. Where an update is slow it comes less often, so that
    /// no more than a twentieth of a processor is spent on looking. An index file stays as it is.
    /// </summary>
    /// <value>
    /// More than 0. The default value is two seconds; null leaves the index as it was built, and keeps nothing in memory for updates.
    /// </value>
    public TimeSpan? UpdateEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Receives the progress of builds, from any thread.</summary>
    /// <value>The default value is null; <see cref="ICodeIndexAccessor.State"/> holds the last report either way.</value>
    public IProgress<IndexProgress>? Progress { get; set; }
}
