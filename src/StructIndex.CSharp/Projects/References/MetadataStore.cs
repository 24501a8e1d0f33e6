using System.Collections.Concurrent;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
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
    private static readonly ConditionalWeakTable<MetadataReference, string> s_identities = [];

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

    /// <summary>The file of a reference from here with its length and time, which are the same in any process of the machine.</summary>
    public static string IdentityOf(MetadataReference reference) => s_identities.TryGetValue(reference, out string? identity) ? identity : "";

    private static Opened Read(string path, FileInfo file)
    {
        Opened opened = new(file.Length, file.LastWriteTimeUtc, Open(path));
        if (opened.Reference is { } reference)
        {
            s_identities.Add(reference, FormattableString.Invariant($"{path} {opened.Length} {opened.Written.Ticks}"));
        }

        return opened;
    }

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
