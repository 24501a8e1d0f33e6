using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace StructIndex.Tests;

/// <summary>From texts to vectors: pooling, prefixes, long texts, batches, dimensions, and what an index makes of it.</summary>
public sealed class OnnxEmbeddingGeneratorTests : IDisposable
{
    private readonly OnnxEmbeddingGenerator _encoder = OnnxEmbeddingGenerator.Load(Assets.At("encoder"));

    public void Dispose() => _encoder.Dispose();

    [Fact]
    public async Task A_folder_that_says_it_all_needs_no_option()
    {
        Assert.Equal((32, 48, "", ""), (_encoder.Dimensions, _encoder.MaxTokens, _encoder.QueryPrefix, _encoder.DocumentPrefix));
        Assert.StartsWith("encoder@", _encoder.ModelId, StringComparison.Ordinal);
        EmbeddingGeneratorMetadata metadata = _encoder.GetService<EmbeddingGeneratorMetadata>()!;
        Assert.Equal((_encoder.ModelId, 32), (metadata.DefaultModelId, metadata.DefaultModelDimensions));
        GeneratedEmbeddings<Embedding<float>> made = await _encoder.GenerateAsync(["parse the header"], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, Length(made[0]), 5);
        Assert.Equal(_encoder.Tokenizer.Encode("parse the header").Count, made.Usage!.InputTokenCount);
    }

    [Theory]
    [InlineData(TokenPooling.Mean)]
    [InlineData(TokenPooling.First)]
    [InlineData(TokenPooling.Last)]
    public async Task Tokens_are_pooled_as_their_name_says(TokenPooling pooling)
    {
        using OnnxEmbeddingGenerator generator = OnnxEmbeddingGenerator.Load(Assets.At("encoder"), new OnnxEmbeddingOptions { Pooling = pooling, Normalize = false });
        HubToken[] tokens = [.. generator.Tokenizer.Encode("parse one header line")];
        using OnnxSession session = OnnxSession.Load(Assets.At("encoder", "onnx", "model.onnx"), new OnnxRuntimeOptions());
        OnnxOutput output = session.Run(
            [new("input_ids", [.. tokens.Select(t => (long)t.Id)]), new("attention_mask", [.. tokens.Select(_ => 1L)]), new("token_type_ids", new long[tokens.Length])], 1, tokens.Length, "last_hidden_state");
        float[][] rows = [.. output.Values.Chunk(32)];
        float[] expected = pooling switch
        {
            TokenPooling.First => rows[0],
            TokenPooling.Last => rows[^1],
            _ => [.. Enumerable.Range(0, 32).Select(i => rows.Average(row => row[i]))],
        };
        AssertNear(expected, await One(generator, "parse one header line"), 1e-5);
    }

    [Fact]
    public async Task A_text_has_the_same_vector_alone_and_among_others()
    {
        string[] texts = [.. Enumerable.Range(0, 90).Select(i => string.Join(' ', Enumerable.Repeat("read the user header", i % 12)) + i)];
        GeneratedEmbeddings<Embedding<float>> together = await _encoder.GenerateAsync(texts, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(texts.Length, together.Count);
        for (int i = 0; i < texts.Length; i += 7)
        {
            AssertNear(await One(_encoder, texts[i]), together[i].Vector.Span, 1e-5);
        }
    }

    [Fact]
    public async Task Empty_and_odd_texts_have_vectors()
    {
        foreach (string text in (string[])["", " ", "\n", "\u0000", "\uD800", new string('x', 100_000)])
        {
            Assert.Equal(1, Length(new Embedding<float>(await One(_encoder, text))), 5);
        }

        Assert.Empty(await _encoder.GenerateAsync([], cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_first_components_are_kept_and_given_length_1()
    {
        using OnnxEmbeddingGenerator small = OnnxEmbeddingGenerator.Load(Assets.At("encoder"), new OnnxEmbeddingOptions { Dimensions = 8 });
        float[] all = await One(_encoder, "parse a header"), cut = await One(small, "parse a header");
        float scale = 1 / TensorPrimitives.Norm<float>(all.AsSpan(0, 8));
        AssertNear([.. all.Take(8).Select(x => x * scale)], cut, 1e-5);
        Assert.NotEqual(_encoder.ModelId, small.ModelId);
        GeneratedEmbeddings<Embedding<float>> asked = await _encoder.GenerateAsync(["parse a header"], new EmbeddingGenerationOptions { Dimensions = 8 }, TestContext.Current.CancellationToken);
        AssertNear(cut, asked[0].Vector.Span, 1e-6);
        Assert.Throws<ArgumentOutOfRangeException>(() => OnnxEmbeddingGenerator.Load(Assets.At("encoder"), new OnnxEmbeddingOptions { Dimensions = 33 }));
    }

    [Fact]
    public async Task Int8_weights_point_the_same_way()
    {
        using OnnxEmbeddingGenerator int8 = OnnxEmbeddingGenerator.Load(Assets.At("encoder"), new OnnxEmbeddingOptions { Weights = OnnxWeights.Int8 });
        foreach (string text in (string[])["parse the header", "where do we validate the token of an admin route", "x"])
        {
            float[] full = await One(_encoder, text), small = await One(int8, text);
            Assert.InRange(TensorPrimitives.Dot<float>(full, small), .99, 1.0001);
        }
    }

    [Fact]
    public async Task A_decoder_with_prompts_tells_queries_from_documents()
    {
        using OnnxEmbeddingGenerator generator = OnnxEmbeddingGenerator.Load(Assets.At("decoder"));
        Assert.Equal(("Find: ", ""), (generator.QueryPrefix, generator.DocumentPrefix));
        IEmbeddingGenerator<string, Embedding<float>> queries = generator.GetService<IEmbeddingGenerator<string, Embedding<float>>>(OnnxEmbeddingGenerator.QueryKey)!;
        AssertNear(await One(generator, "Find: the header"), await One(queries, "the header"), 1e-6);
        Assert.Equal(generator.ModelId, queries.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelId);
        using OnnxEmbeddingGenerator told = OnnxEmbeddingGenerator.Load(Assets.At("decoder"), new OnnxEmbeddingOptions { QueryPrefix = "query: ", DocumentPrefix = "passage: " });
        AssertNear(await One(generator, "passage: the header"), await One(told, "the header"), 1e-6);
    }

    [Fact]
    public async Task A_long_text_is_split_where_lines_end_and_every_part_counts()
    {
        string code = string.Concat(Enumerable.Range(0, 30).Select(i => $"def parse_{i}(line):\n    return line\n\n"));
        IReadOnlyList<HubToken> tokens = _encoder.Tokenizer.Encode(code, new HubEncodeOptions { AddSpecialTokens = false });
        List<Range> windows = TokenWindows.Split(tokens, code, 46, 46);
        Assert.True(windows.Count > 3);
        Assert.All(windows.Skip(1), window => Assert.Equal("def", code[tokens[window.Start].Start..tokens[window.Start].End]));
        Assert.All(windows, window => Assert.InRange(window.GetOffsetAndLength(tokens.Count).Length, 1, 46));
        Assert.Equal(tokens.Count, windows.Sum(window => window.GetOffsetAndLength(tokens.Count).Length));

        float[] split = await One(_encoder, code);
        Assert.Equal(1, TensorPrimitives.Norm<float>(split), 5);
        Assert.True(Distance(split, await One(_encoder, code[..^40] + "class Last: authorization = 1\n")) > 1e-4, "the end of the text does not count");
        using OnnxEmbeddingGenerator cut = OnnxEmbeddingGenerator.Load(Assets.At("encoder"), new OnnxEmbeddingOptions { LongTexts = LongTexts.Truncate });
        Assert.Equal(await One(cut, code), await One(cut, code + "class Last"));
        Assert.True(Distance(split, await One(cut, code)) > 1e-4);
    }

    [Fact]
    public async Task Progress_reaches_the_end_and_cancelling_stops()
    {
        List<OnnxProgress> seen = [];
        Progress progress = new(seen);
        using OnnxEmbeddingGenerator generator = OnnxEmbeddingGenerator.Load(Assets.At("encoder"), new OnnxEmbeddingOptions { Progress = progress });
        await generator.GenerateAsync(Enumerable.Range(0, 300).Select(i => $"text number {i}"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((300, 300), (seen.Max(p => p.Done), seen[0].Total));
        Assert.True(seen.Count > 1);
        using CancellationTokenSource source = new(20);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => generator.GenerateAsync(Enumerable.Range(0, 200_000).Select(i => $"text number {i}"), cancellationToken: source.Token));
    }

    [Fact]
    public async Task The_same_repository_is_not_embedded_twice_and_another_model_is_noticed()
    {
        using TemporaryFolder folder = new();
        EmbeddingCache cache = new();
        MemorySource source = new([
            new SourceFile("a.py", "def parse_header(line):\n    \"\"\"Parse one header line.\"\"\"\n    return line.split(':')\n\ndef read_user(stream):\n    return stream.read()\n"),
            new SourceFile("b.cs", "class Http { /// <summary>Parses a header.</summary>\n public void ParseHeader() { } }"),
        ]);
        Counting first = new(_encoder), second = new(_encoder);
        CodeIndex index = await CodeIndexer.IndexAsync(source, new CodeIndexOptions { EmbeddingGenerator = first, EmbeddingCache = cache }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(first.Texts >= index.Units.Count);
        await cache.SaveAsync(folder.At("cache"), TestContext.Current.CancellationToken);
        EmbeddingCache saved = await EmbeddingCache.LoadAsync(folder.At("cache"), TestContext.Current.CancellationToken);
        CodeIndex again = await CodeIndexer.IndexAsync(source, new CodeIndexOptions { EmbeddingGenerator = second, EmbeddingCache = saved }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, second.Texts);
        Assert.NotEmpty((await again.SearchAsync("parse a header", new SearchOptions { MinimumRelevance = 0 }, TestContext.Current.CancellationToken)).Hits);

        // The index knows its model: another one cannot read it, and embeds all units anew from the same cache.
        await index.SaveAsync(folder.At("index"), TestContext.Current.CancellationToken);
        using OnnxEmbeddingGenerator other = OnnxEmbeddingGenerator.Load(Assets.At("encoder"), new OnnxEmbeddingOptions { Weights = OnnxWeights.Int8 });
        await Assert.ThrowsAsync<IndexFormatException>(() => CodeIndexer.LoadAsync(folder.At("index"), other, TestContext.Current.CancellationToken));
        Assert.NotNull(await CodeIndexer.LoadAsync(folder.At("index"), _encoder, TestContext.Current.CancellationToken));
        Counting third = new(other);
        await CodeIndexer.IndexAsync(source, new CodeIndexOptions { EmbeddingGenerator = third, EmbeddingCache = saved }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(first.Texts, third.Texts);
    }

    [Fact]
    public async Task An_index_asks_for_the_vector_of_a_query()
    {
        using OnnxEmbeddingGenerator decoder = OnnxEmbeddingGenerator.Load(Assets.At("decoder"));
        float[] asked = await UnitEmbedder.EmbedQueryAsync("the header", decoder, 32, TestContext.Current.CancellationToken);
        AssertNear(await One(decoder, "Find: the header"), asked, 1e-6);
    }

    [Theory]
    [InlineData(OnnxWeights.Default)]
    [InlineData(OnnxWeights.Int8)]
    public async Task Real_weights_give_the_reference_vectors(OnnxWeights weights)
    {
        string folder = Assets.RealModel("all-MiniLM-L6-v2") ?? "";
        Assert.SkipWhen(folder.Length == 0, "There is no shared/models/all-MiniLM-L6-v2 here, and STRUCTINDEX_MODELS names no folder that holds it.");
        using OnnxEmbeddingGenerator generator = OnnxEmbeddingGenerator.Load(folder, new OnnxEmbeddingOptions { Weights = weights, LongTexts = LongTexts.Truncate, SpecialTokensInText = true });
        Assert.Equal((384, 256), (generator.Dimensions, generator.MaxTokens));
        JsonElement[] rows = [.. File.ReadLines(Path.Combine(folder, "reference.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
        GeneratedEmbeddings<Embedding<float>> made = await generator.GenerateAsync(rows.Select(row => row.GetProperty("text").GetString()!), cancellationToken: TestContext.Current.CancellationToken);
        for (int i = 0; i < rows.Length; i++)
        {
            float[] expected = [.. rows[i].GetProperty("embedding").EnumerateArray().Select(x => x.GetSingle())];
            if (weights == OnnxWeights.Default)
            {
                AssertNear(expected, made[i].Vector.Span, 1e-3);
            }

            Assert.InRange(TensorPrimitives.CosineSimilarity(expected, made[i].Vector.Span), .99f, 1.0001f);
        }
    }

    private static async Task<float[]> One(IEmbeddingGenerator<string, Embedding<float>> generator, string text) =>
        (await generator.GenerateAsync([text], null, TestContext.Current.CancellationToken))[0].Vector.ToArray();

    private static double Length(Embedding<float> embedding) => TensorPrimitives.Norm(embedding.Vector.Span);

    private static float Distance(float[] a, float[] b) => TensorPrimitives.Distance<float>(a, b);

    private static void AssertNear(float[] expected, ReadOnlySpan<float> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.InRange(Math.Abs(expected[i] - actual[i]), 0, tolerance);
        }
    }

    private sealed class Progress(List<OnnxProgress> seen) : IProgress<OnnxProgress>
    {
        public void Report(OnnxProgress value)
        {
            lock (seen)
            {
                seen.Add(value);
            }
        }
    }

    private sealed class Counting(OnnxEmbeddingGenerator inner) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
    {
        private int _texts;

        public int Texts => _texts;

        public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            string[] all = [.. values];
            Interlocked.Add(ref _texts, all.Length);
            return await base.GenerateAsync(all, options, cancellationToken);
        }

        [SuppressMessage("Usage", "CA2215", Justification = "The inner one outlives this.")]
        protected override void Dispose(bool disposing)
        {
        }
    }
}
