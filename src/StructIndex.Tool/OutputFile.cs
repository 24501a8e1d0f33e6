namespace StructIndex;

/// <summary>A file that a command will write when its work is done: that it can be is checked before the work.</summary>
internal static class OutputFile
{
    /// <summary>Throws where the path names a folder, or its folder does not exist.</summary>
    /// <param name="path">The file; null is no file and fine.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Check(string? path)
    {
        if (path is null)
        {
            return;
        }

        if (path.Length == 0 || Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder; name a file to write");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new IOException($"there is no folder {folder} to write {Path.GetFileName(path)} in");
        }
    }
}
