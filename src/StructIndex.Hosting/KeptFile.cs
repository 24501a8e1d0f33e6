namespace StructIndex;

/// <summary>An index that is kept in a file, with what an update needs in another beside it.</summary>
internal sealed class KeptFile(string path) : IKeptIndex
{
    public async Task<CodeIndex?> LoadAsync(CodeIndexBuilder builder, CancellationToken cancellationToken) =>
        File.Exists(path) ? await builder.LoadAsync(path, cancellationToken).ConfigureAwait(false) : null;

    public Task SaveAsync(CodeIndexBuilder builder, CodeIndex index, CancellationToken cancellationToken) => builder.SaveAsync(index, path, cancellationToken);
}
