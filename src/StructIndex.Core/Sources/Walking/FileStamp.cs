namespace StructIndex;

/// <summary>What the file system says of a file without opening it. A file with an equal stamp has not changed since.</summary>
/// <param name="Length">Length in bytes.</param>
/// <param name="Written">Ticks of the last write (UTC).</param>
/// <param name="Created">
/// Ticks of the creation (UTC), which differ where another file took the place of one with the same length and time.
/// </param>
internal readonly record struct FileStamp(long Length, long Written, long Created)
{
    // The coarsest clock of a file system in use (FAT) counts two seconds: within them a second change leaves the same time.
    private const long Granularity = 2 * TimeSpan.TicksPerSecond;

    /// <summary>
    /// The stamp of a regular file that was last written some time ago; null for any other, which only its content tells apart.
    /// </summary>
    /// <param name="fullPath">Absolute path.</param>
    public static FileStamp? Of(string fullPath)
    {
        try
        {
            FileInfo file = new(fullPath);
            return file.Exists && !file.Attributes.HasFlag(FileAttributes.ReparsePoint) && file.LastWriteTimeUtc.Ticks + Granularity < DateTime.UtcNow.Ticks
                ? new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks, file.CreationTimeUtc.Ticks)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
