using Microsoft.Win32.SafeHandles;

namespace StructIndex;

/// <summary>Opens nothing but files with content: pipes, sockets and devices have no length, and to open one may wait for ever.</summary>
internal static class RegularFile
{
    /// <summary>Whether there is a file with content that is no longer than allowed.</summary>
    public static bool IsAt(string path, long maxBytes) => new FileInfo(path) is { Exists: true, Length: > 0 and var length } && length <= maxBytes;

    /// <summary>Reads the whole file.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="maxBytes">Longest file that is read; what is appended meanwhile is not.</param>
    /// <exception cref="InvalidDataException">The file is too long, or has no content.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static byte[] Read(string path, int maxBytes)
    {
        long length = new FileInfo(path).Length;
        if (length == 0 || length > maxBytes)
        {
            throw new InvalidDataException(length == 0 ? "It is empty, or no regular file." : FormattableString.Invariant($"It has {length:N0} bytes; the limit is {maxBytes:N0}."));
        }

        byte[] bytes = new byte[length];
        using SafeFileHandle handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        int read = 0;
        while (read < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(read), read) is > 0 and int more)
        {
            read += more;
        }

        return read == bytes.Length ? bytes : bytes[..read];
    }
}
