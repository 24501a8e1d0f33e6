namespace StructIndex;

/// <summary>A file that a command will write when its work is done: that it can be is checked before the work.</summary>
internal static class OutputFile
{
    /// <summary>Throws where the path names a folder, or a folder that does not exist or takes no new file.</summary>
    /// <param name="path">The file; null is no file and fine.</param>
    /// <param name="replaces">Whether a new file takes the place of an old one, as an index does, rather than its content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Check(string? path, bool replaces = false)
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

        try
        {
            Probe(path, replaces);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path} cannot be written", e);
        }
    }

    // Rights, read-only file systems, names that are too long: to write is the only sure test. What is there stays as it is.
    private static void Probe(string path, bool replaces)
    {
        if (new FileInfo(path) is { Exists: true, Length: 0 })
        {
            // It may be a device, or a pipe, which to open would wait for its other end.
            return;
        }

        bool writesOver = !replaces && File.Exists(path);
        string probed = writesOver ? path : $"{path}.{Guid.NewGuid():N}.tmp";
        using FileStream probe = new(probed, writesOver ? FileMode.Open : FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1, writesOver ? FileOptions.None : FileOptions.DeleteOnClose);
    }
}
