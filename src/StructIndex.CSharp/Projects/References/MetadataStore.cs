using System.Collections.Concurrent;
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

    private static readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), MetadataReference?> s_byFile = new();

    /// <summary>
    /// The reference for an assembly file; null when it cannot be opened. One that is no assembly is the compiler's to pass over.
    /// </summary>
    public static MetadataReference? Get(string path)
    {
        FileInfo file = new(path);
        return RegularFile.IsAt(path, MaxBytes)
            ? s_byFile.GetOrAdd((path, file.Length, file.LastWriteTimeUtc), static file => Open(file.Path))
            : null;
    }

    private static PortableExecutableReference? Open(string path)
    {
        try
        {
            return MetadataReference.CreateFromFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
