using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace StructIndex.Tests;

/// <summary>A search that is cancelled does no further work. What is counted is work, not time.</summary>
public sealed class SearchCancellationTests : IDisposable
{
    private static readonly SourceFile s_file = new("store.py", "def save(item):\n    return write(item)\n\n\ndef write(item):\n    return item\n");

    private readonly CancellationTokenSource _source = new();

    public void Dispose() => _source.Dispose();

    [Fact]
    public async Task A_search_that_is_cancelled_while_its_query_is_embedded_scores_nothing_and_reranks_nothing()
    {
        Interrupting generator = new(_source);
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource([s_file]), new CodeIndexOptions { EmbeddingGenerator = generator }, cancellationToken: TestContext.Current.CancellationToken);
        Counting reranker = new();
        SearchOptions options = new() { Reranker = reranker, MinimumRelevance = 0 };
        await index.SearchAsync("save an item", options, _source.Token);
        Assert.Equal(1, reranker.Calls);

        generator.IsArmed = true;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.SearchAsync("save an item", options, _source.Token));
        Assert.Equal(1, reranker.Calls);
    }

    [Fact]
    public async Task A_caller_that_cancels_does_not_wait_for_what_the_first_query_of_an_index_makes_and_the_next_finds_it()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource([s_file]), cancellationToken: TestContext.Current.CancellationToken);
        Searcher searcher = new(index.Contents);
        await _source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => searcher.PrepareAsync(_source.Token));
        await searcher.PrepareAsync(TestContext.Current.CancellationToken);
        Assert.True(searcher.PrepareAsync(_source.Token).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_query_is_not_ranked_after_its_token_is_cancelled()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource([s_file]), cancellationToken: TestContext.Current.CancellationToken);
        Searcher searcher = new(index.Contents);
        ParsedQuery query = searcher.Read("save an item", TestContext.Current.CancellationToken);
        Assert.NotEmpty(searcher.Search(query, [], new SearchOptions { MinimumRelevance = 0 }, null, _source.Token).Hits);
        await _source.CancelAsync();
        Assert.ThrowsAny<OperationCanceledException>(() => searcher.Search(query, [], new SearchOptions { MinimumRelevance = 0 }, null, _source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => searcher.Read("save an item", _source.Token));
    }

    [Fact]
    public void No_pattern_that_reads_a_query_goes_by_the_clock()
    {
        Regex[] patterns = [.. ((Type[])[typeof(QueryLines), typeof(GraphQuestion)])
            .SelectMany(reader => reader.GetMethods(BindingFlags.NonPublic | BindingFlags.Static))
            .Where(method => method.ReturnType == typeof(Regex))
            .Select(method => (Regex)method.Invoke(null, null)!)];
        Assert.Equal(6, patterns.Length);
        Assert.All(patterns, pattern => Assert.Equal(Regex.InfiniteMatchTimeout, pattern.MatchTimeout));
    }

    /// <summary>Cancels while it embeds.</summary>
    private sealed class Interrupting(CancellationTokenSource source) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public bool IsArmed { get; set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            if (IsArmed)
            {
                source.Cancel();
            }

            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(_ => new Embedding<float>(new float[] { 1, 0 }))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    private sealed class Counting : IReranker
    {
        public int Calls { get; private set; }

        public ValueTask<IReadOnlyList<float>> ScoreAsync(string query, IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
        {
            Calls++;
            return ValueTask.FromResult<IReadOnlyList<float>>([.. texts.Select(_ => 1f)]);
        }
    }
}
