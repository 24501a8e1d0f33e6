namespace StructIndex;

/// <summary>Says when the files of a saved index have been written since it was made, where their folder is known: that of the index file or the current one.</summary>
internal static class StaleFiles
{
    /// <summary>So many files of an index must be in a folder, if it has as many, for that to be the folder it was made of.</summary>
    private const int Sample = 20;

    private const int MaxNamed = 3;

    /// <summary>Writes the line; nothing where no folder is known or nothing has changed. Files that are new are not noticed.</summary>
    /// <param name="index">The index.</param>
    /// <param name="path">Its file.</param>
    /// <param name="console">Takes the line.</param>
    public static void Report(CodeIndex index, string path, ToolConsole console)
    {
        DateTime made = File.GetLastWriteTimeUtc(path);
        string[] files = [.. index.Units.Select(unit => unit.Path).Distinct(StringComparer.Ordinal)];
        string? root = new[] { Path.GetDirectoryName(Path.GetFullPath(path))!, Environment.CurrentDirectory }.FirstOrDefault(folder => files.Length > 0 && files.Take(Sample).All(file => File.Exists(Path.Combine(folder, file))));
        string[] stale = root is null ? [] : Array.FindAll(files, file => new FileInfo(Path.Combine(root, file)) is var now && (!now.Exists || now.LastWriteTimeUtc > made));
        if (stale.Length > 0)
        {
            string names = string.Join(", ", stale.Take(MaxNamed)) + (stale.Length > MaxNamed ? ", ..." : "");
            console.Error.WriteLine($"structindex: {stale.Length} of {files.Length} files have been written since {Path.GetFileName(path)} was made ({names}); what is shown is as it was then");
        }
    }
}
