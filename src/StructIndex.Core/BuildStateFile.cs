using System.Security.Cryptography;
using System.Text;

namespace StructIndex;

/// <summary>
/// Keeps a <see cref="BuildState"/> in a file of its own beside the saved index that it belongs to, so that only updates read it. Like the index it holds no clock but
/// the times of the files, and it is refused where it is damaged, of another build of the package, or of another index.
/// </summary>
internal static class BuildStateFile
{
    private static readonly byte[] s_magic = "STRUCTST"u8.ToArray();

    /// <summary>What is added to the path of an index.</summary>
    public const string Ending = ".state";

    /// <summary>Saves the state of an index that was just saved; false, and no file is left, where a parser's output cannot be kept.</summary>
    /// <param name="state">The state.</param>
    /// <param name="indexPath">The file of the index.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<bool> SaveAsync(BuildState state, string indexPath, CancellationToken cancellationToken)
    {
        string path = indexPath + Ending;
        if (!BuildStateFacts.CanBeKept(state))
        {
            File.Delete(path);
            return false;
        }

        using MemoryStream facts = new();
        BuildStateFacts.Write(new FactWriter(facts), state);
        ReadOnlyMemory<byte> bytes = facts.GetBuffer().AsMemory(0, (int)facts.Length);
        byte[] head = await HeadAsync(state.Options, indexPath, bytes, cancellationToken).ConfigureAwait(false);
        await AtomicFile.WriteAsync(
            path,
            async stream =>
            {
                await stream.WriteAsync(head, cancellationToken).ConfigureAwait(false);
                await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Loads the state of a saved index; null where none was kept.</summary>
    /// <param name="indexPath">The file of the index.</param>
    /// <param name="folder">The folder that the files are in now; null where they were read from.</param>
    /// <param name="options">How the builder builds that will update it.</param>
    /// <param name="unitCount">Number of units of the index.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IndexFormatException">The file is damaged, of another build of the package, or of another index.</exception>
    public static async Task<BuildState?> LoadAsync(string indexPath, string? folder, CodeIndexOptions options, int unitCount, CancellationToken cancellationToken)
    {
        string path = indexPath + Ending;
        if (!File.Exists(path))
        {
            return null;
        }

        byte[] file = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        int start = Math.Min(file.Length, s_magic.Length + SHA256.HashSizeInBytes);
        byte[] head = await HeadAsync(options, indexPath, file.AsMemory(start), cancellationToken).ConfigureAwait(false);
        if (!file.AsSpan(0, start).SequenceEqual(head))
        {
            throw new IndexFormatException(path, "what an update of the index goes by", "another version, another index, or damage");
        }

        try
        {
            BuildState state = BuildStateFacts.Read(new FactReader(new MemoryStream(file, start, file.Length - start)), folder, options, cancellationToken);
            return state.Units.Units.Count == unitCount ? state : throw new InvalidDataException($"There are {state.Units.Units.Count} units in place of {unitCount}.");
        }
        catch (Exception e) when (e is IOException or ArgumentException or IndexOutOfRangeException or InvalidDataException or FormatException or OverflowException or KeyNotFoundException)
        {
            throw new IndexFormatException(path, "what an update of the index goes by", "values out of range", e);
        }
    }

    // The mark, and a hash of what makes the facts right: the code that reads them, the index they are of, and they themselves.
    private static async Task<byte[]> HeadAsync(CodeIndexOptions options, string indexPath, ReadOnlyMemory<byte> facts, CancellationToken cancellationToken)
    {
        IEnumerable<Type> code = [typeof(BuildState), .. options.Parsers.Select(parser => parser.GetType())];
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', code.Select(type => $"{type.FullName} {type.Module.ModuleVersionId}"))));
        hash.AppendData(await IndexSnapshot.ReadEndAsync(indexPath, cancellationToken).ConfigureAwait(false));
        hash.AppendData(facts.Span);
        return [.. s_magic, .. hash.GetHashAndReset()];
    }
}
