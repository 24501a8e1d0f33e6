namespace StructIndex.Tests;

/// <summary>Cross-encoders: their numbers, and the order they make.</summary>
public class OnnxRerankerTests
{
    [Fact]
    public void A_cross_encoder_agrees_with_a_float64_forward()
    {
        using OnnxSession session = OnnxSession.Load(Assets.At("reranker", "model.onnx"), new OnnxRuntimeOptions());
        Assert.All(Assets.Numbers(), c =>
        {
            OnnxOutput output = session.Run([new("input_ids", c.Ids), new("attention_mask", [.. c.Ids.Select(_ => 1L)]), new("token_type_ids", c.Types)], 1, c.Ids.Length, "logits");
            Assert.InRange(Math.Abs(output.Values[0] - c.Logit), 0, 1e-5);
        });
    }

    [Fact]
    public async Task Texts_have_the_same_score_alone_and_among_others()
    {
        using OnnxReranker reranker = OnnxReranker.Load(Assets.At("reranker"));
        string[] texts = ["def parse_header(line): pass", "", "class User", string.Join(' ', Enumerable.Repeat("read the stream", 60))];
        IReadOnlyList<float> together = await reranker.ScoreAsync("parse a header", texts, TestContext.Current.CancellationToken);
        for (int i = 0; i < texts.Length; i++)
        {
            Assert.Equal((await reranker.ScoreAsync("parse a header", [texts[i]], TestContext.Current.CancellationToken))[0], together[i], 1e-4f);
        }

        Assert.True(together.Distinct().Count() == texts.Length);
        Assert.Empty(await reranker.ScoreAsync("parse a header", [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_encoder_is_no_cross_encoder() =>
        Assert.Contains("last_hidden_state", Assert.Throws<OnnxModelException>(() => OnnxReranker.Load(Assets.At("encoder"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_search_is_put_in_the_order_of_its_reranker()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(
            new MemorySource([.. Enumerable.Range(0, 6).Select(i => new SourceFile($"f{i}.py", $"def parse_header_{i}(line):\n    \"\"\"Parse a header line.\"\"\"\n    return line\n"))]),
            cancellationToken: TestContext.Current.CancellationToken);
        SearchOptions all = new() { MinimumRelevance = 0, Limit = 3 };
        string[] plain = await NamesAsync(index, all with { Limit = 6 });
        Assert.Equal(6, plain.Length);

        // By the digit in the name, from behind; three of six are judged, and three are shown.
        SearchOptions byDigit = all with { Reranker = new Judge(texts => [.. texts.Select(text => (float)text.First(char.IsAsciiDigit))]), RerankDepth = 4, RerankShare = 1 };
        Assert.Equal(plain.Take(4).OrderDescending().Take(3), await NamesAsync(index, byDigit));
        Assert.Equal(plain.Take(4).OrderDescending().Concat(plain.Skip(4)), await NamesAsync(index, byDigit with { Limit = 6 }));
        Assert.Equal(plain.Take(3), await NamesAsync(index, byDigit with { RerankShare = 0 }));

        using OnnxReranker model = OnnxReranker.Load(Assets.At("reranker"));
        foreach (SearchOptions options in (SearchOptions[])[all with { Reranker = model }, byDigit with { Limit = 6, RerankShare = .3 }])
        {
            SearchResult found = await index.SearchAsync("parse a header", options, TestContext.Current.CancellationToken);
            Assert.Equal(Enumerable.Range(1, options.Limit), found.Hits.Select(hit => hit.Rank));
            Assert.Equal(found.Hits.OrderByDescending(hit => hit.Score), found.Hits);
        }
    }

    [Fact]
    public async Task A_reranker_that_gives_too_few_numbers_is_an_error()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource([new SourceFile("a.py", "def parse(): pass\n")]), cancellationToken: TestContext.Current.CancellationToken);
        foreach (float[] scores in (float[][])[[], [float.NaN], [1, 2, 3]])
        {
            SearchOptions options = new() { MinimumRelevance = 0, Reranker = new Judge(_ => scores) };
            await Assert.ThrowsAsync<StructIndexException>(() => index.SearchAsync("parse", options, TestContext.Current.CancellationToken));
        }

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => index.SearchAsync("parse", new SearchOptions { RerankShare = 2 }, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => index.SearchAsync("parse", new SearchOptions { RerankDepth = 0 }, TestContext.Current.CancellationToken));
    }

    private sealed class Judge(Func<IReadOnlyList<string>, float[]> score) : IReranker
    {
        public ValueTask<IReadOnlyList<float>> ScoreAsync(string query, IReadOnlyList<string> texts, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<IReadOnlyList<float>>(score(texts));
    }

    private static async Task<string[]> NamesAsync(CodeIndex index, SearchOptions options) =>
        [.. (await index.SearchAsync("parse a header", options, TestContext.Current.CancellationToken)).Hits.Select(hit => hit.Unit.Name)];
}
