using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.VectorData;

namespace StructIndex.Tests;

/// <summary>An index written to a vector store, and kept there up to date.</summary>
public class UpsertTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_says_what_its_unit_is()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        CodeUnit unit = index.Find("Orders.Reserve").Single();
        CodeUnitRecord record = index.ToRecord(unit, "shop");
        Assert.Equal(("shop", unit.Id, "shop/Orders.cs", "csharp", "Method", "Implementation", "Shop.Orders.Reserve"), (record.Repository, record.Id, record.Path, record.Language, record.Kind, record.Role, record.QualifiedName));
        Assert.Equal((unit.Lines.Start, unit.Lines.End, unit.Signature, unit.Documentation), (record.StartLine, record.EndLine, record.Signature, record.Documentation));
        Assert.Equal(("Shop.Checkout.Pay", "Shop.Stock.Take"), (record.Callers, record.Callees));
        Assert.Equal(index.TextOf(unit), record.Text);
        Assert.Equal(index.VectorOf(unit).ToArray(), record.Vector.ToArray());
        Assert.Matches("^[0-9a-f]{32}$", record.Key);
        Assert.Matches("^[0-9a-f]{64}$", record.ContentHash);
        Assert.NotEqual(record.Key, index.ToRecord(unit).Key);
        Assert.Equal(index.Units.Count, index.Units.Select(other => index.ToRecord(other).Key).Distinct().Count());
    }

    [Fact]
    public async Task The_first_run_writes_every_unit_and_the_second_none()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        MemoryCollection store = new();
        List<int> progress = [];
        Assert.Equal(new CollectionUpdate(index.Units.Count, 0, 0), await index.UpsertAsync(store, progress: new Listing(progress), cancellationToken: Token));
        Assert.Equal(index.Units.Count, store.Records.Count);
        Assert.Equal([index.Units.Count], progress);
        Assert.Equal(new CollectionUpdate(0, index.Units.Count, 0), await (await ShopCode.IndexAsync()).UpsertAsync(store, cancellationToken: Token));
        Assert.Equal(index.Units.Count, store.Writes);
    }

    [Fact]
    public async Task After_a_change_only_what_changed_is_written_and_what_is_gone_is_deleted()
    {
        MemoryCollection store = new(), anew = new();
        await (await ShopCode.IndexAsync()).UpsertAsync(store, cancellationToken: Token);
        SourceFile[] edited =
        [
            .. ShopCode.Files.Where(file => file.Path != "shop/Checkout.cs")
                .Select(file => file.Path == "web/retry.py" ? new SourceFile(file.Path, file.Text.Replace("attempt * 2", "attempt * 3", StringComparison.Ordinal)) : file),
        ];
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource(edited), cancellationToken: Token);
        CollectionUpdate update = await index.UpsertAsync(store, cancellationToken: Token);
        await index.UpsertAsync(anew, cancellationToken: Token);
        Assert.Equal(Contents(anew), Contents(store));
        Assert.InRange(update.Deleted, 1, 3);

        // The function that was edited, and the one that has lost its caller.
        Assert.Equal(2, update.Written);
        Assert.Equal(index.Units.Count - 2, update.Unchanged);
    }

    [Fact]
    public async Task A_run_that_failed_goes_on_where_it_ended()
    {
        CodeIndex index = await ManyFunctionsAsync(1100);
        MemoryCollection store = new() { BatchesLeft = 3 }, whole = new();
        await Assert.ThrowsAsync<VectorStoreException>(() => index.UpsertAsync(store, cancellationToken: Token));
        int before = store.Writes;
        Assert.InRange(before, 1, index.Units.Count - 1);
        store.BatchesLeft = int.MaxValue;
        Assert.Equal(new CollectionUpdate(index.Units.Count - before, before, 0), await index.UpsertAsync(store, cancellationToken: Token));
        await index.UpsertAsync(whole, cancellationToken: Token);
        Assert.Equal(Contents(whole), Contents(store));

        // More records than a page, all of them known again.
        Assert.Equal(new CollectionUpdate(0, index.Units.Count, 0), await index.UpsertAsync(store, cancellationToken: Token));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_keeps_the_batches_that_were_written()
    {
        CodeIndex index = await ManyFunctionsAsync(300);
        MemoryCollection store = new();
        using CancellationTokenSource cancel = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.UpsertAsync(store, progress: new Cancelling(cancel), cancellationToken: cancel.Token));
        Assert.InRange(store.Records.Count, 1, index.Units.Count - 1);
        CollectionUpdate rest = await index.UpsertAsync(store, cancellationToken: Token);
        Assert.Equal(index.Units.Count, store.Records.Count);
        Assert.Equal(index.Units.Count, store.Writes);
        Assert.Equal(index.Units.Count, rest.Written + rest.Unchanged);
    }

    [Fact]
    public async Task Code_bases_of_one_collection_do_not_touch_each_other()
    {
        CodeIndex shop = await ShopCode.IndexAsync(), many = await ManyFunctionsAsync(20);
        MemoryCollection store = new();
        await shop.UpsertAsync(store, "shop", cancellationToken: Token);
        await many.UpsertAsync(store, "many", cancellationToken: Token);
        await shop.UpsertAsync(store, "fork", cancellationToken: Token);
        Assert.Equal((2 * shop.Units.Count) + many.Units.Count, store.Records.Count);
        CodeIndex empty = await CodeIndexer.IndexAsync(new MemorySource(Array.Empty<SourceFile>()), cancellationToken: Token);
        Assert.Equal(new CollectionUpdate(0, 0, shop.Units.Count), await empty.UpsertAsync(store, "shop", cancellationToken: Token));
        Assert.Equal(["fork", "many"], store.Records.Values.Select(record => record.Repository).Distinct().Order());
    }

    [Fact]
    public async Task An_index_without_vectors_is_refused_before_anything_is_written()
    {
        CodeIndex index = await new CodeIndexBuilder().BuildAsync(new MemorySource(ShopCode.Files), cancellationToken: Token);
        MemoryCollection store = new();
        await Assert.ThrowsAsync<ArgumentException>(() => index.UpsertAsync(store, cancellationToken: Token));
        Assert.Throws<ArgumentException>(() => CodeUnitRecord.CreateDefinition(index));
        Assert.False(store.Exists);
    }

    [Fact]
    public async Task The_definition_for_an_index_says_what_the_attributes_say_with_its_dimensions_and_model()
    {
        CodeIndex index = await ShopCode.IndexAsync();
        VectorStoreCollectionDefinition definition = CodeUnitRecord.CreateDefinition(index);
        Assert.Same(index.QueryGenerator, definition.EmbeddingGenerator);
        Assert.Equal(typeof(CodeUnitRecord).GetProperties().Select(property => property.Name), definition.Properties.Select(property => property.Name));
        Assert.Equal(CodeUnitRecord.DefaultDimensions, index.VectorDimensions);
        foreach (VectorStoreProperty property in definition.Properties)
        {
            PropertyInfo declared = typeof(CodeUnitRecord).GetProperty(property.Name)!;
            Assert.Equal(declared.PropertyType, property.Type);
            Assert.Equal(declared.GetCustomAttribute<VectorStoreKeyAttribute>() is not null, property is VectorStoreKeyProperty);
            Assert.Equal(declared.GetCustomAttribute<VectorStoreVectorAttribute>()?.Dimensions, (property as VectorStoreVectorProperty)?.Dimensions);
            Assert.Equal(declared.GetCustomAttribute<VectorStoreDataAttribute>()?.IsIndexed, (property as VectorStoreDataProperty)?.IsIndexed);
            Assert.Equal(declared.GetCustomAttribute<VectorStoreDataAttribute>()?.IsFullTextIndexed, (property as VectorStoreDataProperty)?.IsFullTextIndexed);
        }
    }

    private static string[] Contents(MemoryCollection store) => [.. store.Records.Values.Select(record => JsonSerializer.Serialize(record))];

    private static Task<CodeIndex> ManyFunctionsAsync(int count) => CodeIndexer.IndexAsync(
        new MemorySource([new SourceFile("many.py", string.Concat(Enumerable.Range(0, count).Select(i => $"def function_{i}():\n    return {i}\n\n")))]), cancellationToken: Token);

    private sealed class Listing(List<int> reports) : IProgress<int>
    {
        public void Report(int value) => reports.Add(value);
    }

    private sealed class Cancelling(CancellationTokenSource cancel) : IProgress<int>
    {
        public void Report(int value) => cancel.Cancel();
    }
}
