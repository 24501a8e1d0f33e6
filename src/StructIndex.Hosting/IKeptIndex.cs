namespace StructIndex;

/// <summary>Where an index is between two runs of an application.</summary>
internal interface IKeptIndex
{
    /// <summary>The index as it was kept, with what an update of it goes by; null where there is none. Asked before a file is read for <see cref="SaveAsync"/>.</summary>
    /// <param name="builder">Builds as the index was built.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    /// <exception cref="StructIndexException">What was kept is damaged, of another version, or of other parsers.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    Task<CodeIndex?> LoadAsync(CodeIndexBuilder builder, CancellationToken cancellationToken);

    /// <summary>Keeps an index for the next run.</summary>
    /// <param name="builder">What built the index.</param>
    /// <param name="index">The index.</param>
    /// <param name="cancellationToken">Stops the saving.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    Task SaveAsync(CodeIndexBuilder builder, CodeIndex index, CancellationToken cancellationToken);
}
