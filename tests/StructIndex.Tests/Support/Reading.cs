namespace StructIndex.Tests;

/// <summary>Everything that a source gives.</summary>
internal sealed record Reading(IReadOnlyList<SourceFile> Files, IReadOnlyList<FileFailure> Failures)
{
    public IEnumerable<string> Paths => Files.Select(file => file.Path);

    public static async Task<Reading> OfAsync(ISourceProvider source, CancellationToken cancellationToken = default)
    {
        List<SourceFile> files = [];
        List<FileFailure> failures = [];
        await foreach (SourceFile file in source.ReadAsync(
            failure =>
            {
                lock (failures)
                {
                    failures.Add(failure);
                }
            },
            cancellationToken))
        {
            files.Add(file);
        }

        return new Reading(files, failures);
    }
}
