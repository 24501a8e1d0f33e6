using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace StructIndex;

/// <summary>
/// Metadata references by path, shared by all compilations of the process: the compiler then shares the symbols read from them too.
/// </summary>
internal static class MetadataStore
{
    private static readonly ConcurrentDictionary<string, MetadataReference?> s_byPath = new(StringComparer.Ordinal);

    /// <summary>The reference for an assembly file; null when it cannot be opened. One that is no assembly is the compiler's to pass over.</summary>
    public static MetadataReference? Get(string path) => s_byPath.GetOrAdd(path, static path =>
    {
        try
        {
            return MetadataReference.CreateFromFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    });
}
