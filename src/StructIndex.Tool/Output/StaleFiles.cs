namespace StructIndex;

/// <summary>Says when files have changed since a saved index was made, where their folder is known: that of the index file or the current one.</summary>
internal static class StaleFiles
{
    /// <summary>So many files of an index must be in a folder, if it has as many, for that to be the folder it was made of.</summary>
    private const int Sample = 20;

    private const int MaxNamed = 3;

    /// <summary>Writes the line; nothing where no folder is known or nothing has changed.</summary>
    /// <param name="index">The index.</param>
    /// <param name="path">Its file.</param>
    /// <param name="console">Takes the line.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    public static async Task ReportAsync(CodeIndex index, string path, ToolConsole console, CancellationToken cancellationToken)
    {
        string[] files = [.. index.Units.Select(unit => unit.Path).Distinct(StringComparer.Ordinal)];
        string? root = new[] { Path.GetDirectoryName(Path.GetFullPath(path))!, Environment.CurrentDirectory }.FirstOrDefault(folder => files.Length > 0 && files.Take(Sample).All(file => File.Exists(Path.Combine(folder, file))));
        if (root is null)
        {
            return;
        }

        CodeIndexChange since = await index.FindChangesAsync(new DirectorySource(root), File.GetLastWriteTimeUtc(path), cancellationToken).ConfigureAwait(false);
        string[] written = [.. since.Changed.Concat(since.Removed).Order(StringComparer.Ordinal)];
        string[] parts =
        [
            .. written.Length > 0 ? [$"{written.Length} of {files.Length} files have been written since {Path.GetFileName(path)} was made ({Name(written)})"] : (string[])[],
            .. since.Added.Count > 0 ? [$"{since.Added.Count} {(since.Added.Count == 1 ? "is" : "are")} new ({Name(since.Added)})"] : (string[])[],
        ];
        if (parts.Length > 0)
        {
            await console.Error.WriteLineAsync($"structindex: {string.Join(", ", parts)}; what is shown is as it was then").ConfigureAwait(false);
        }
    }

    private static string Name(IReadOnlyList<string> files) => string.Join(", ", files.Take(MaxNamed)) + (files.Count > MaxNamed ? ", ..." : "");
}
