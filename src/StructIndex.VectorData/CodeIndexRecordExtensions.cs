using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.VectorData;

namespace StructIndex;

/// <summary>An index as records, and written to a vector store.</summary>
public static class CodeIndexRecordExtensions
{
    // Enough to make a round trip worth it, few enough for the limits on one request that stores have.
    private const int Batch = 128;

    // Records of a page that is read for their hashes; stores give back whole records.
    private const int Page = 1000;

    /// <summary>A unit as a record.</summary>
    /// <param name="index">The index.</param>
    /// <param name="unit">A unit of the index.</param>
    /// <param name="repository">Which of several code bases of a collection it is of.</param>
    /// <exception cref="ArgumentException">The unit is not of this index.</exception>
    public static CodeUnitRecord ToRecord(this CodeIndex index, CodeUnit unit, string repository = "")
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(repository);
        CodeUnitRecord record = new()
        {
            Key = KeyOf(unit.Id, repository),
            Repository = repository,
            Id = unit.Id,
            Path = unit.Path,
            StartLine = unit.Lines.Start,
            EndLine = unit.Lines.End,
            Language = unit.Language,
            Kind = unit.Kind.ToString(),
            Role = unit.Role.ToString(),
            QualifiedName = unit.QualifiedName,
            Signature = unit.Signature,
            Documentation = unit.Documentation,
            Text = index.TextOf(unit),
            Callers = Names(index.Graph.CallersOf(unit).Select(edge => edge.From)),
            Callees = Names(index.Graph.CalleesOf(unit).Select(edge => edge.To)),
            Vector = index.VectorOf(unit),
        };
        record.ContentHash = HashOf(record);
        return record;
    }

    /// <summary>
    /// Brings a collection to the state of an index: units that are new or have changed are written, those that are gone are deleted, all others are left
    /// alone. A run that was stopped or failed leaves whole records, and the next one goes on where it ended. The collection is made if it is not there.
    /// </summary>
    /// <param name="index">An index with vectors.</param>
    /// <param name="collection">
    /// The collection: with its attributes' definition for an index by the model of the package, with <see cref="CodeUnitRecord.CreateDefinition"/> for any other.
    /// One writer of a repository at a time.
    /// </param>
    /// <param name="repository">Which of several code bases of the collection this is; records of others are not touched.</param>
    /// <param name="progress">Receives the number of units that are done, of <see cref="CodeIndex.Units"/>, after each batch; null for no reports.</param>
    /// <param name="cancellationToken">Stops between two batches, or within one where the store does.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="ArgumentException">The index has no vectors.</exception>
    /// <exception cref="VectorStoreException">The store failed.</exception>
    public static async Task<CollectionUpdate> UpsertAsync(
        this CodeIndex index, VectorStoreCollection<string, CodeUnitRecord> collection, string repository = "", IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(repository);
        if (index.VectorDimensions == 0)
        {
            throw new ArgumentException("The index has no vectors: it was built without an embedding generator.", nameof(index));
        }

        await collection.EnsureCollectionExistsAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<string, string> kept = await ReadHashesAsync(collection, repository, cancellationToken).ConfigureAwait(false);
        int written = 0, done = 0;
        foreach (CodeUnit[] units in index.Units.Chunk(Batch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            CodeUnitRecord[] changed = [.. units.Select(unit => index.ToRecord(unit, repository)).Where(record => !kept.Remove(record.Key, out string? hash) || hash != record.ContentHash)];
            if (changed.Length > 0)
            {
                await collection.UpsertAsync(changed, cancellationToken).ConfigureAwait(false);
            }

            written += changed.Length;
            progress?.Report(done += units.Length);
        }

        foreach (string[] gone in kept.Keys.Chunk(Batch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await collection.DeleteAsync(gone, cancellationToken).ConfigureAwait(false);
        }

        return new CollectionUpdate(written, index.Units.Count - written, kept.Count);
    }

    private static async Task<Dictionary<string, string>> ReadHashesAsync(VectorStoreCollection<string, CodeUnitRecord> collection, string repository, CancellationToken cancellationToken)
    {
        Dictionary<string, string> hashes = [];
        for (int read = 0, page = Page; page == Page; read += page)
        {
            page = 0;
            FilteredRecordRetrievalOptions<CodeUnitRecord> options = new() { Skip = read, OrderBy = order => order.Ascending(record => record.Key) };
            await foreach (CodeUnitRecord record in collection.GetAsync(record => record.Repository == repository, Page, options, cancellationToken).ConfigureAwait(false))
            {
                hashes[record.Key] = record.ContentHash;
                page++;
            }
        }

        return hashes;
    }

    private static string Names(IEnumerable<CodeUnit> units) => string.Join('\n', units.Select(unit => unit.QualifiedName).Distinct(StringComparer.Ordinal));

    /// <summary>The key of the unit with an id.</summary>
    internal static string KeyOf(string id, string repository) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{repository}\0{id}")).AsSpan(0, 16));

    private static string HashOf(CodeUnitRecord record)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] texts =
        [
            record.Key, record.Repository, record.Id, record.Path, $"{record.StartLine}-{record.EndLine}", record.Language, record.Kind, record.Role, record.QualifiedName,
            record.Signature, record.Documentation, record.Text, record.Callers, record.Callees,
        ];
        foreach (string text in texts)
        {
            // The length in front keeps apart what two texts share.
            int length = text.Length;
            hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in length)));
            hash.AppendData(MemoryMarshal.AsBytes<char>(text));
        }

        hash.AppendData(MemoryMarshal.AsBytes(record.Vector.Span));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
