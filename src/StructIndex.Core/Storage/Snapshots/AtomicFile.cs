using System.Buffers;
using System.IO.Enumeration;

namespace StructIndex;

/// <summary>
/// Writes a file that appears complete or not at all: the bytes go to a temporary file beside it, which takes its place at the end. A
/// process that is killed leaves its temporary file behind; the next to write the same file removes it.
/// </summary>
internal static class AtomicFile
{
    private const int FileBuffer = 1;
    private const string Ending = ".tmp";
    private const int IdLength = 32;
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789abcdef");
    private static readonly EnumerationOptions s_files = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Writes the file.</summary>
    /// <param name="path">
    /// Path of the file; an existing one is replaced, behind a link the one it leads to. To a pipe or a device the bytes go as they come.
    /// </param>
    /// <param name="write">Writes the bytes.</param>
    /// <param name="cancellationToken">Stops the work and removes the temporary file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        if (SpecialFile.IsSpecial(path) && !Directory.Exists(path))
        {
            // Renaming a file over /dev/null would take it from everyone.
            FileStream device = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, FileBuffer, FileOptions.Asynchronous);
            await using (device.ConfigureAwait(false))
            {
                await write(device).ConfigureAwait(false);
            }

            return;
        }

        FileInfo link = new(path);
        path = link.LinkTarget is null ? path : link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        RemoveStale(path);
        string temporary = $"{path}.{Guid.NewGuid():N}{Ending}";
        try
        {
            // Others may rename or remove the file, which is what this does while it is open, but an open that asks for it alone is
            // refused: see RemoveStale.
            FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Delete, FileBuffer, FileOptions.Asynchronous);
            await using (stream.ConfigureAwait(false))
            {
                await write(stream).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
                cancellationToken.ThrowIfCancellationRequested();
                File.Move(temporary, path, overwrite: true);
            }
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Removes temporary files of the same path that no process holds open.</summary>
    private static void RemoveStale(string path)
    {
        string start = Path.GetFileName(path) + ".";
        FileSystemEnumerable<string> left = new(Path.GetDirectoryName(Path.GetFullPath(path))!, (ref FileSystemEntry entry) => entry.ToFullPath(), s_files)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && IsTemporary(entry.FileName, start),
        };
        foreach (string file in left.Where(file => !SpecialFile.IsSpecial(file)))
        {
            try
            {
                using FileStream alone = new(file, FileMode.Open, FileAccess.Write, FileShare.None, FileBuffer, FileOptions.DeleteOnClose);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // In use, or not ours to remove: the save does not depend on it.
            }
        }
    }

    private static bool IsTemporary(ReadOnlySpan<char> name, ReadOnlySpan<char> start)
        => name.Length == start.Length + IdLength + Ending.Length && name.StartsWith(start) && name.EndsWith(Ending)
            && name.Slice(start.Length, IdLength).IndexOfAnyExcept(s_digits) < 0;
}
