using System.Collections.Concurrent;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace StructIndex;

/// <summary>
/// Metadata references by path, shared by all compilations of the process: the compiler then shares the symbols read from them too.
/// A file that has changed is read anew.
/// </summary>
internal static class MetadataStore
{
    /// <summary>Longest assembly that is opened: ten times the largest of .NET itself.</summary>
    private const long MaxBytes = 256 << 20;

    private static readonly ConcurrentDictionary<string, Opened> s_byPath = new(StringComparer.Ordinal);

    /// <summary>
    /// The reference for an assembly file; null when it cannot be opened or is no assembly.
    /// </summary>
    public static MetadataReference? Get(string path)
    {
        FileInfo file = new(path);
        if (!RegularFile.IsAt(path, MaxBytes))
        {
            return null;
        }

        Opened opened = s_byPath.GetOrAdd(path, Read, file);
        return (opened.Length == file.Length && opened.Written == file.LastWriteTimeUtc ? opened : s_byPath[path] = Read(path, file)).Reference;
    }

    private static Opened Read(string path, FileInfo file) => new(file.Length, file.LastWriteTimeUtc, Open(path));

    /// <summary>Reads the metadata of an assembly alone: its code is never asked for, and is most of the file.</summary>
    private static PortableExecutableReference? Open(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return AssemblyMetadata.CreateFromStream(file, PEStreamOptions.PrefetchMetadata).GetReference(filePath: path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            return null;
        }
    }

    private sealed record Opened(long Length, DateTime Written, MetadataReference? Reference);
}
