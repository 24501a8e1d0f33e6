using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.VectorData;

namespace StructIndex.Tests;

/// <summary>A collection in memory that does what the abstractions ask of one, counts what it is asked, and can fail.</summary>
internal sealed class MemoryCollection : VectorStoreCollection<string, CodeUnitRecord>
{
    public SortedDictionary<string, CodeUnitRecord> Records { get; } = new(StringComparer.Ordinal);

    public bool Exists { get; private set; }

    public int Writes { get; private set; }

    /// <summary>Batches that may still be written before the store fails.</summary>
    public int BatchesLeft { get; set; } = int.MaxValue;

    public override string Name => "units";

    public override Task<bool> CollectionExistsAsync(CancellationToken cancellationToken = default) => Task.FromResult(Exists);

    public override Task EnsureCollectionExistsAsync(CancellationToken cancellationToken = default)
    {
        Exists = true;
        return Task.CompletedTask;
    }

    public override Task EnsureCollectionDeletedAsync(CancellationToken cancellationToken = default)
    {
        Records.Clear();
        Exists = false;
        return Task.CompletedTask;
    }

    public override Task<CodeUnitRecord?> GetAsync(string key, RecordRetrievalOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(Records.GetValueOrDefault(key));

    public override async IAsyncEnumerable<CodeUnitRecord> GetAsync(
        Expression<Func<CodeUnitRecord, bool>> filter, int top, FilteredRecordRetrievalOptions<CodeUnitRecord>? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Assert.True(Exists);
        options ??= new FilteredRecordRetrievalOptions<CodeUnitRecord>();
        IEnumerable<CodeUnitRecord> matching = Records.Values.Where(filter.Compile());

        // Without an order of its own a store may give any.
        FilteredRecordRetrievalOptions<CodeUnitRecord>.OrderByDefinition? order = options.OrderBy?.Invoke(new());
        matching = order is null ? matching.Reverse() : matching.OrderBy(order.Values.Single().PropertySelector.Compile());
        foreach (CodeUnitRecord record in matching.Skip(options.Skip).Take(top).ToArray())
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    public override Task DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        Records.Remove(key);
        return Task.CompletedTask;
    }

    public override Task UpsertAsync(CodeUnitRecord record, CancellationToken cancellationToken = default) => UpsertAsync([record], cancellationToken);

    public override Task UpsertAsync(IEnumerable<CodeUnitRecord> records, CancellationToken cancellationToken = default)
    {
        Assert.True(Exists);
        if (BatchesLeft-- <= 0)
        {
            throw new VectorStoreException("the store is full");
        }

        foreach (CodeUnitRecord record in records)
        {
            Records[record.Key] = record;
            Writes++;
        }

        return Task.CompletedTask;
    }

    public override IAsyncEnumerable<VectorSearchResult<CodeUnitRecord>> SearchAsync<TInput>(
        TInput searchValue, int top, VectorSearchOptions<CodeUnitRecord>? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public override object? GetService(Type serviceType, object? serviceKey = null) => null;
}
