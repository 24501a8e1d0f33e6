using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace StructIndex;

/// <summary>Reads a file's text within bounds; nothing that a file system holds makes it throw or wait.</summary>
internal static class FileReader
{
    /// <summary>What is read of a file in an unknown language.</summary>
    private const int ProbeBytes = 4096;

    /// <summary>Reads the file; null with a failure when it has no text to give.</summary>
    /// <param name="fullPath">Absolute path.</param>
    /// <param name="path">Path to report.</param>
    /// <param name="maxBytes">Larger files are refused, also those that grow while they are read.</param>
    /// <param name="failure">What went wrong, also where the text was read by a guess at its encoding; null when nothing did.</param>
    /// <param name="scriptsOnly">Give up in silence (null without a failure) unless the file begins with <c>#!</c>.</param>
    /// <param name="stated">As for <see cref="TextDecoder.Decode"/>.</param>
    public static string? Read(string fullPath, string path, int maxBytes, out FileFailure? failure, bool scriptsOnly = false, Func<StatedEncoding>? stated = null)
    {
        failure = null;
        try
        {
            FileInfo file = new(fullPath);
            if (!file.Exists)
            {
                failure = new FileFailure(path, FileFailureKind.Unreadable, Directory.Exists(fullPath) ? "It is a folder, not a file." : "The file does not exist.");
                return null;
            }

            long length = file.Length;
            if (length == 0)
            {
                // Pipes, sockets and devices have no length, and a file of no length has nothing to read: neither is opened.
                failure = !scriptsOnly && SpecialFile.IsSpecial(fullPath) ? new FileFailure(path, FileFailureKind.Unreadable, "It is a pipe, a socket or a device, not a file.") : null;
                return failure is null && !scriptsOnly ? "" : null;
            }

            using SafeFileHandle handle = File.OpenHandle(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (scriptsOnly && !IsScript(handle))
            {
                return null;
            }

            if (length > maxBytes)
            {
                failure = TooLarge(path, length, maxBytes);
                return null;
            }

            return ReadText(handle, path, maxBytes, (int)length, stated, out failure);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            failure = Unreadable(fullPath, path, e);
            return null;
        }
    }

    /// <summary>What is said of a file whose name stands for no language: that it begins like a program, or cannot be read; null for any other.</summary>
    /// <param name="fullPath">Absolute path.</param>
    /// <param name="path">Path to report.</param>
    public static FileFailure? FailureOfUnknown(string fullPath, string path)
    {
        try
        {
            FileInfo file = new(fullPath);
            if (!file.Exists || file.Length == 0)
            {
                return null;
            }

            using SafeFileHandle handle = File.OpenHandle(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> start = stackalloc byte[ProbeBytes];
            int length = RandomAccess.Read(handle, start, 0);
            return TextDecoder.Decode(start[..length], out _) is { } text && CodeLook.IsCode(text)
                ? new FileFailure(path, FileFailureKind.UnknownLanguage, "The content looks like code, but the name stands for no language that is known.")
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Unreadable(fullPath, path, e);
        }
    }

    private static string? ReadText(SafeFileHandle handle, string path, int maxBytes, int length, Func<StatedEncoding>? stated, out FileFailure? failure)
    {
        failure = null;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length + 1);
        try
        {
            int filled = 0;
            while (RandomAccess.Read(handle, buffer.AsSpan(filled), filled) is > 0 and int read)
            {
                filled += read;
                if (filled > maxBytes)
                {
                    failure = TooLarge(path, filled, maxBytes);
                    return null;
                }

                if (filled == buffer.Length)
                {
                    byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * buffer.Length, Array.MaxLength));
                    buffer.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }

            string? text = TextDecoder.Decode(buffer.AsSpan(0, filled), out string? guess, stated);
            failure = text is null ? new FileFailure(path, FileFailureKind.Binary, "The content is binary.")
                : guess is not null ? new FileFailure(path, FileFailureKind.EncodingGuessed, guess) : null;
            return text;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool IsScript(SafeFileHandle handle)
    {
        Span<byte> start = stackalloc byte[2];
        return RandomAccess.Read(handle, start, 0) == 2 && start.SequenceEqual("#!"u8);
    }

    private static FileFailure Unreadable(string fullPath, string path, Exception e) =>
        new(path, FileFailureKind.Unreadable, e.Message.Replace(fullPath, path, StringComparison.Ordinal));

    private static FileFailure TooLarge(string path, long bytes, int maxBytes) =>
        new(path, FileFailureKind.TooLarge, FormattableString.Invariant($"The file has {bytes:N0} bytes or more; the limit is {maxBytes:N0}."));
}
