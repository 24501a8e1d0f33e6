using Microsoft.Extensions.AI;

namespace StructIndex.Tests;

/// <summary>What an index asks of an embedding generator that is not the package's own.</summary>
public class GeneratorContractTests
{
    private static readonly MemorySource s_source = new([("a.py", "def parse(line):\n    return line.split()\n\ndef read(stream):\n    return stream.read()\n")]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_cache_is_refused_to_a_generator_that_names_no_model()
    {
        foreach (EmbeddingGeneratorMetadata? metadata in new[] { null, new EmbeddingGeneratorMetadata("provider"), new EmbeddingGeneratorMetadata("provider", null, "") })
        {
            using LengthGenerator generator = new(metadata);
            ArgumentException refused = Assert.Throws<ArgumentException>(() => new CodeIndexBuilder(new CodeIndexOptions { EmbeddingGenerator = generator, EmbeddingCache = new EmbeddingCache() }));
            Assert.Contains("DefaultModelId", refused.Message, StringComparison.Ordinal);
            Assert.Contains(nameof(LengthGenerator), refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_index_of_a_generator_that_names_no_model_answers_and_is_neither_saved_nor_loaded()
    {
        using TemporaryFolder folder = new();
        using LengthGenerator unnamed = new(null), named = new(new EmbeddingGeneratorMetadata("provider", null, "length"));
        CodeIndex index = await IndexAsync(unnamed);
        Assert.NotEmpty((await index.SearchAsync("parse a line", new SearchOptions { MinimumRelevance = 0 }, Token)).Hits);
        InvalidOperationException unsaved = await Assert.ThrowsAsync<InvalidOperationException>(() => index.SaveAsync(folder.At("index"), Token));
        Assert.Contains("DefaultModelId", unsaved.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("index")));

        await (await IndexAsync(named)).SaveAsync(folder.At("index"), Token);
        Assert.NotEmpty((await (await CodeIndex.LoadAsync(folder.At("index"), named, Token)).SearchAsync("parse a line", new SearchOptions { MinimumRelevance = 0 }, Token)).Hits);
        Assert.Contains("DefaultModelId", (await Assert.ThrowsAsync<ArgumentException>(() => CodeIndex.LoadAsync(folder.At("index"), unnamed, Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generator_before_the_static_model_is_refused_and_not_passed_by()
    {
        using TemporaryFolder folder = new();
        await (await CodeIndexer.IndexAsync(s_source, cancellationToken: Token)).SaveAsync(folder.At("index"), Token);
        using Passing passing = new(CodeModel.Default);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new CodeIndexBuilder(new CodeIndexOptions { EmbeddingGenerator = passing }));
        Assert.Contains("would never be called", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => CodeIndex.LoadAsync(folder.At("index"), passing, Token));
    }

    [Fact]
    public async Task Middleware_that_tries_again_is_called_for_units_and_queries()
    {
        using LengthGenerator generator = new(new EmbeddingGeneratorMetadata("provider", null, "length")) { FailsEvery = 2 };
        await Assert.ThrowsAsync<HttpRequestException>(() => IndexAsync(generator));
        using TryingAgain patient = new(generator);
        CodeIndex index = await IndexAsync(patient);
        Assert.NotEmpty((await index.SearchAsync("parse a line", new SearchOptions { MinimumRelevance = 0 }, Token)).Hits);
        Assert.True(patient.Retries > 0);
    }

    [Fact]
    public async Task Middleware_that_asks_for_other_dimensions_than_the_metadata_says_gets_an_index_of_those()
    {
        EmbeddingCache cache = new();
        using LengthGenerator wide = new(new EmbeddingGeneratorMetadata("provider", null, "length", 3)), narrow = new(new EmbeddingGeneratorMetadata("provider", null, "length", 3)) { Dimensions = 2 };
        await IndexAsync(wide, cache);
        CodeIndex index = await IndexAsync(narrow, cache);
        Assert.Equal(2, index.Contents.Vectors!.Dimensions);
        Assert.NotEmpty((await index.SearchAsync("parse a line", new SearchOptions { MinimumRelevance = 0 }, Token)).Hits);
        Assert.Equal(wide.Texts, narrow.Texts - 1);
    }

    [Fact]
    public async Task An_index_without_units_asks_for_no_vectors()
    {
        using LengthGenerator generator = new(null);
        CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { EmbeddingGenerator = generator }).BuildAsync(new MemorySource(Array.Empty<SourceFile>()), cancellationToken: Token);
        Assert.Empty((await index.SearchAsync("parse", new SearchOptions { MinimumRelevance = 0 }, Token)).Hits);
        Assert.Equal(0, generator.Texts);
    }

    [Fact]
    public void Batches_and_calls_at_a_time_are_one_or_more()
    {
        Assert.Equal((64, 1), (new CodeIndexOptions().EmbeddingBatchSize, new CodeIndexOptions().EmbeddingParallelism));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CodeIndexOptions { EmbeddingBatchSize = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CodeIndexOptions { EmbeddingParallelism = 0 });
    }

    private static Task<CodeIndex> IndexAsync(IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingCache? cache = null) =>
        new CodeIndexBuilder(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers, EmbeddingGenerator = generator, EmbeddingCache = cache }).BuildAsync(s_source, cancellationToken: Token);

    /// <summary>Vectors of the length of a text and of some of its letters; fails now and then when told so.</summary>
    private sealed class LengthGenerator(EmbeddingGeneratorMetadata? metadata) : IEmbeddingGenerator<string, Embedding<float>>
    {
        private int _calls;

        public int Dimensions { get; init; } = 3;

        public int FailsEvery { get; init; }

        public int Texts { get; private set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            if (FailsEvery > 0 && _calls++ % FailsEvery == 0)
            {
                throw new HttpRequestException("503");
            }

            GeneratedEmbeddings<Embedding<float>> made = [];
            foreach (string text in values)
            {
                Texts++;
                made.Add(new Embedding<float>(new float[] { text.Length, text.Count(c => c == 'e'), text.Count(c => c == 'r') }.AsMemory(0, Dimensions)));
            }

            return Task.FromResult(made);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata : null;

        public void Dispose()
        {
        }
    }

    private sealed class Passing(IEmbeddingGenerator<string, Embedding<float>> inner) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner);

    private sealed class TryingAgain(IEmbeddingGenerator<string, Embedding<float>> inner) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
    {
        public int Retries { get; private set; }

        public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            while (true)
            {
                try
                {
                    return await base.GenerateAsync(values, options, cancellationToken);
                }
                catch (HttpRequestException) when (Retries < 10)
                {
                    Retries++;
                }
            }
        }
    }
}
