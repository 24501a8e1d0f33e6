namespace StructIndex.Tests;

public sealed class EmbeddingCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("structindex-cache").FullName;

    private string Path => System.IO.Path.Combine(_folder, "cache.bin");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_saved_cache_gives_back_what_it_was_given()
    {
        EmbeddingCache cache = Filled(Enumerable.Range(0, 5000));
        await cache.SaveAsync(Path, TestContext.Current.CancellationToken);
        EmbeddingCache back = await EmbeddingCache.LoadAsync(Path, TestContext.Current.CancellationToken);
        Assert.Equal(5000, back.Count);
        for (int i = 0; i < 5000; i++)
        {
            Assert.True(back.TryGet(Key(i), out float[] vector));
            Assert.Equal([i, i + .5f], vector);
        }
    }

    [Fact]
    public void Text_template_model_and_dimensions_all_make_another_key()
    {
        EmbeddingCache cache = Filled([1]);
        Assert.True(cache.TryGet(EmbeddingCacheKey.Of("text 1", 1, "model 1", 2), out _));
        Assert.False(cache.TryGet(EmbeddingCacheKey.Of("text 1", 1, "model 1", 3), out _));
        Assert.False(cache.TryGet(EmbeddingCacheKey.Of("text 2", 1, "model 1", 2), out _));
        Assert.False(cache.TryGet(EmbeddingCacheKey.Of("text 1", 2, "model 1", 2), out _));
        Assert.False(cache.TryGet(EmbeddingCacheKey.Of("text 1", 1, "model 2", 2), out _));
    }

    [Fact]
    public async Task Equal_caches_give_equal_bytes_whatever_order_they_were_filled_in()
    {
        await Filled(Enumerable.Range(0, 300)).SaveAsync(Path, TestContext.Current.CancellationToken);
        byte[] first = await File.ReadAllBytesAsync(Path, TestContext.Current.CancellationToken);
        await Filled(Enumerable.Range(0, 300).Reverse()).SaveAsync(Path, TestContext.Current.CancellationToken);
        Assert.Equal(first, await File.ReadAllBytesAsync(Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_cancelled_save_leaves_the_old_file_and_no_other()
    {
        await Filled([1]).SaveAsync(Path, TestContext.Current.CancellationToken);
        byte[] before = await File.ReadAllBytesAsync(Path, TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Filled([1, 2]).SaveAsync(Path, new CancellationToken(true)));
        Assert.Equal(before, await File.ReadAllBytesAsync(Path, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_save_that_fails_at_the_end_leaves_no_temporary_file()
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "occupied"));
        await Assert.ThrowsAnyAsync<Exception>(() => Filled([1]).SaveAsync(Path, TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_cut_or_foreign_file_is_refused()
    {
        await Filled([1, 2, 3]).SaveAsync(Path, TestContext.Current.CancellationToken);
        byte[] file = await File.ReadAllBytesAsync(Path, TestContext.Current.CancellationToken);
        foreach (byte[] bad in (byte[][])[[], file[..7], file[..10], file[..14], file[..20], file[..^1], [.. file, 0], [9, .. file[1..]], [.. file[..8], 9, .. file[9..]]])
        {
            await File.WriteAllBytesAsync(Path, bad, TestContext.Current.CancellationToken);
            await Assert.ThrowsAsync<StructIndexException>(() => EmbeddingCache.LoadAsync(Path, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void It_may_be_filled_from_many_threads()
    {
        EmbeddingCache cache = new();
        Parallel.For(0, 2000, i => cache.Add(Key(i % 500), [i % 500, 0]));
        Assert.Equal(500, cache.Count);
    }

    private static EmbeddingCacheKey Key(int i) => EmbeddingCacheKey.Of($"text {i}", 1, $"model {i % 3}", 2);

    private static EmbeddingCache Filled(IEnumerable<int> numbers)
    {
        EmbeddingCache cache = new();
        foreach (int i in numbers)
        {
            cache.Add(Key(i), [i, i + .5f]);
        }

        return cache;
    }
}
