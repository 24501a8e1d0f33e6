using System.CommandLine;

namespace StructIndex;

/// <summary>A file that a command will write when its work is done: that it can be is checked before the work.</summary>
internal static class OutputFile
{
    /// <summary>The option to replace a file that is not an index.</summary>
    public static Option<bool> ForceOption() => new("--force") { Description = "Replace the output file even where it is not an index." };

    /// <summary>Throws where the path names a folder, or a folder that does not exist or takes no new file.</summary>
    /// <param name="path">The file; null is no file and fine.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Check(string? path) => Check(path, replaces: false);

    /// <summary>
    /// The same for an index, which takes the place of a file that is there; only of an index or of an empty file, unless forced.
    /// </summary>
    /// <param name="path">The file; null is no file and fine.</param>
    /// <param name="force">Whether any file may be replaced.</param>
    /// <exception cref="IOException">The file cannot be written, or is not an index.</exception>
    public static void CheckIndex(string? path, bool force)
    {
        Check(path, replaces: true);
        if (path is not null && !force && Target(path) is { Exists: true, Length: > 0 } && !CodeIndex.IsSavedIndex(path))
        {
            throw new IOException($"{path} is there and is not an index; name another file, or replace it with --force");
        }
    }

    /// <summary>Length of a file in bytes, or of what a link to it leads to.</summary>
    public static long Length(string path) => Target(path).Length;

    private static FileInfo Target(string path)
    {
        FileInfo file = new(path);
        return file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
    }

    private static void Check(string? path, bool replaces)
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
        FileInfo target = Target(path);
        if (target is { Exists: true, Length: 0 })
        {
            // It may be a device, or a pipe, which to open would wait for its other end.
            return;
        }

        bool writesOver = !replaces && File.Exists(path);
        string probed = writesOver ? path : $"{target.FullName}.{Guid.NewGuid():N}.tmp";
        using FileStream probe = new(probed, writesOver ? FileMode.Open : FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1, writesOver ? FileOptions.None : FileOptions.DeleteOnClose);
    }
}
