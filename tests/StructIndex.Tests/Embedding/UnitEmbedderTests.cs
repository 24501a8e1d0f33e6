using Microsoft.Extensions.AI;

namespace StructIndex.Tests;

public class UnitEmbedderTests
{
    private static readonly int s_dimensions = CodeModel.Default.Model.Dimensions;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_static_model_pools_fields_and_gives_a_row_for_each_piece()
    {
        string body = "retry(); backoff();" + "parse(); json();";
        CodeUnit[] units = [Unit("First"), Unit("Long", body, new SourceSpan(0, 19), new SourceSpan(19, body.Length)), Unit("Last")];
        EmbeddedUnits embedded = await Embed(units, CodeModel.Default);
        Assert.Equal([0, 1, 1, 2], embedded.RowUnits);
        Assert.Equal((4, s_dimensions, VectorPrecision.Int8), (embedded.Vectors.Count, embedded.Vectors.Dimensions, embedded.Vectors.Precision));
        Assert.Equal(CodeModel.Default.Model.ModelId, embedded.Model.Id);

        float[] query = new float[s_dimensions];
        CodeModel.Default.EmbedQuery("retry with backoff", query);
        float[] scores = new float[4];
        embedded.Vectors.Score(query, scores);
        Assert.Equal(1, Array.IndexOf(scores, scores.Max()));

        float[] expected = new float[s_dimensions];
        CodeModel.Default.Embed(UnitFields.Of(units[1]) with { Body = "parse(); json();" }, expected);
        embedded.Vectors.Score(expected, scores);
        Assert.Equal(2, Array.IndexOf(scores, scores.Max()));
        Assert.Equal(1, scores[2], 1e-2);
    }

    [Fact]
    public async Task Byte_rows_rank_as_float_rows_do()
    {
        CodeUnit[] units = [.. Enumerable.Range(0, 500).Select(i => Unit($"{Some.Words[i % 17]}{Some.Words[i % 23]}{Some.Words[(i * 7) % 29]}"))];
        VectorStore bytes = (await Embed(units, CodeModel.Default)).Vectors;
        VectorStoreBuilder builder = new(units.Length, s_dimensions, VectorPrecision.Float32);
        float[] vector = new float[s_dimensions];
        for (int i = 0; i < units.Length; i++)
        {
            CodeModel.Default.Embed(UnitFields.Of(units[i]), vector);
            builder.Set(i, vector);
        }

        VectorStore floats = builder.Build();
        CodeModel.Default.EmbedQuery("where is the request cache written", vector);
        float[] exact = new float[units.Length], rounded = new float[units.Length];
        floats.Score(vector, exact);
        bytes.Score(vector, rounded);
        Assert.All(exact.Zip(rounded), pair => Assert.Equal(pair.First, pair.Second, .004));
    }

    [Fact]
    public async Task Other_generators_read_enriched_text_in_batches_and_are_told_of_callers()
    {
        CodeUnit[] units = [.. Enumerable.Range(0, 150).Select(i => Unit($"unit{i}"))];
        RecordingGenerator generator = new(7);
        List<int> progress = [];
        EmbeddedUnits embedded = await UnitEmbedder.EmbedAsync(units, u => [$"caller_of_{u.Name}"], _ => ["log"], new TextEmbedding(generator), progress: progress.Add, cancellationToken: Token);
        Assert.Equal(150, generator.Texts.Count);
        Assert.True(generator.Calls is > 1 and < 20);
        Assert.Contains("called by: caller_of_unit42\n", generator.Texts[42], StringComparison.Ordinal);
        Assert.DoesNotContain("calls: log", generator.Texts[42], StringComparison.Ordinal);
        Assert.Equal((150, 7), (embedded.Vectors.Count, embedded.Vectors.Dimensions));
        Assert.Equal(150, progress[^1]);
        Assert.Equal(progress.Order(), progress);
        float[] query = await UnitEmbedder.EmbedQueryAsync(generator.Texts[42], generator, 7, Token);
        float[] scores = new float[150];
        embedded.Vectors.Score(query, scores);
        Assert.Equal(42, Array.IndexOf(scores, scores.Max()));
    }

    [Fact]
    public async Task A_cache_spares_the_generator_what_it_has_seen()
    {
        EmbeddingCache cache = new();
        CodeUnit[] units = [.. Enumerable.Range(0, 100).Select(i => Unit($"unit{i}"))];
        RecordingGenerator first = new(5);
        EmbeddedUnits made = await Embed(units, first, cache);
        RecordingGenerator second = new(5);
        EmbeddedUnits again = await Embed([.. units, Unit("new")], second, cache);
        Assert.Equal(first.Texts[0], second.Texts[0]);
        Assert.StartsWith("function: new\n", Assert.Single(second.Texts.Skip(1)), StringComparison.Ordinal);
        Assert.Equal(made.Vectors.Floats.ToArray(), again.Vectors.Floats[..500].ToArray());
        RecordingGenerator renamed = new(5, model: "another");
        await Embed(units, renamed, cache);
        Assert.Equal(100, renamed.Texts.Count);
        RecordingGenerator smaller = new(4);
        Assert.Equal(4, (await Embed(units, smaller, cache)).Vectors.Dimensions);
        Assert.Equal(100, smaller.Texts.Count);
        Assert.Equal(300, cache.Count - 1);
    }

    [Fact]
    public async Task Batches_and_calls_at_a_time_are_those_asked_for_and_change_no_vector()
    {
        CodeUnit[] units = [.. Enumerable.Range(0, 101).Select(i => Unit($"unit{i}"))];
        EmbeddedUnits expected = await Embed(units, new RecordingGenerator(5));
        using MeetingGenerator generator = new(new RecordingGenerator(5), calls: 4);
        EmbeddedUnits embedded = await UnitEmbedder.EmbedAsync(units, _ => [], _ => [], new TextEmbedding(generator, null, BatchSize: 10, Parallelism: 4), cancellationToken: Token);
        Assert.Equal(expected.Vectors.Floats.ToArray(), embedded.Vectors.Floats.ToArray());
        Assert.Equal([1, .. Enumerable.Repeat(10, 10)], generator.BatchSizes.Order());
    }

    [Theory]
    [InlineData("count", 2, 1)]
    [InlineData("size", 5, 4)]
    [InlineData("nan", 5, 4)]
    [InlineData("empty", 0, 0)]
    public async Task A_generator_that_breaks_its_contract_is_named_with_what_was_expected(string fault, int expected, int actual)
    {
        EmbeddingException e = await Assert.ThrowsAsync<EmbeddingException>(() => Embed([Unit("a"), Unit("b"), Unit("c")], new RecordingGenerator(5, fault)));
        Assert.Equal(("recording", expected, actual), (e.Model, e.Expected, e.Actual));
    }

    [Fact]
    public async Task A_query_vector_of_another_size_than_the_index_is_refused()
    {
        EmbeddingException e = await Assert.ThrowsAsync<EmbeddingException>(() => UnitEmbedder.EmbedQueryAsync("text", new RecordingGenerator(5), 6, Token));
        Assert.Equal((6, 5), (e.Expected, e.Actual));
    }

    [Fact]
    public async Task Cancellation_stops_either_way()
    {
        using CancellationTokenSource source = new();
        CodeUnit[] units = [.. Enumerable.Range(0, 5000).Select(i => Unit($"unit{i}"))];
        RecordingGenerator generator = new(5);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            UnitEmbedder.EmbedAsync(units, _ => [], _ => [], new TextEmbedding(generator), _ => source.Cancel(), cancellationToken: source.Token));
        Assert.Equal(1, generator.Calls);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => UnitEmbedder.EmbedAsync(units, _ => [], _ => [], new TextEmbedding(CodeModel.Default), cancellationToken: source.Token));
    }

    [Fact]
    public async Task No_units_give_no_rows()
    {
        Assert.Equal(0, (await Embed([], CodeModel.Default)).Vectors.Count);
        Assert.Equal(0, (await Embed([], new RecordingGenerator(5))).Vectors.Count);
    }

    private static Task<EmbeddedUnits> Embed(CodeUnit[] units, IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingCache? cache = null) =>
        UnitEmbedder.EmbedAsync(units, _ => [], _ => [], new TextEmbedding(generator, cache), cancellationToken: Token);

    private static CodeUnit Unit(string name, string body = "", params SourceSpan[] pieces) => new()
    {
        Id = name,
        Kind = UnitKind.Function,
        Name = name,
        Path = "src/a.py",
        Language = "python",
        Lines = new LineRange(1, 2),
        Body = body,
        Pieces = pieces,
    };

    private static class Some
    {
        public static readonly string[] Words =
        [
            "Read", "Write", "Cache", "Token", "Parse", "Retry", "Open", "Close", "User", "Order", "Index", "Query", "Path", "Node", "Tree", "Edge", "Json",
            "Http", "Request", "Response", "Header", "Body", "Queue", "Lock", "Timer", "Event", "Log", "Key", "Hash",
        ];
    }

    /// <summary>Lets calls go on, after the first, once so many are there; fails when they do not come together.</summary>
    private sealed class MeetingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, int calls) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
    {
        private readonly TaskCompletionSource _together = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _lock = new();

        public List<int> BatchSizes { get; } = [];

        public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            bool isFirst;
            lock (_lock)
            {
                isFirst = BatchSizes.Count == 0;
                BatchSizes.Add(values.Count());
                if (BatchSizes.Count == calls + 1)
                {
                    _together.SetResult();
                }
            }

            if (!isFirst)
            {
                await _together.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
            }

            lock (_lock)
            {
                return base.GenerateAsync(values, options, cancellationToken).GetAwaiter().GetResult();
            }
        }
    }

    /// <summary>Vectors made of the hash of the text, or broken in the way asked for.</summary>
    private sealed class RecordingGenerator(int dimensions, string fault = "", string model = "recording") : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<string> Texts { get; } = [];

        public int Calls { get; private set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Calls++;
            GeneratedEmbeddings<Embedding<float>> made = [];
            foreach (string text in values)
            {
                Texts.Add(text);
                Random random = new(text.Aggregate(17, (h, c) => (h * 31) + c));
                float[] vector = [.. Enumerable.Range(0, dimensions).Select(_ => random.NextSingle() - .5f)];
                made.Add(new Embedding<float>(vector));
            }

            // The first call is for one text.
            switch (made.Count > 1 || fault == "empty" ? fault : "")
            {
                case "count":
                    made.RemoveAt(0);
                    break;
                case "size":
                    made[1] = new Embedding<float>(new float[dimensions - 1]);
                    break;
                case "nan":
                    made[1] = new Embedding<float>((float[])[1, 2, float.NaN, 4, 5]);
                    break;
                case "empty":
                    made[0] = new Embedding<float>(Array.Empty<float>());
                    break;
            }

            return Task.FromResult(made);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", null, model) : null;

        public void Dispose()
        {
        }
    }
}
