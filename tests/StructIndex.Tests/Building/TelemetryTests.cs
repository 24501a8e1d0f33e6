using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;

namespace StructIndex.Tests;

/// <summary>What an application can watch of its indexes, by the names that the documentation gives.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly ConcurrentDictionary<string, double> _sums = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _listener;
    private Activity? _parent;

    public TelemetryTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "StructIndex",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Keep(activity),
        };
        ActivitySource.AddActivityListener(_listener);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "StructIndex")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument.Name, 1, tags));
        _meters.Start();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _parent?.Dispose();
        _meters.Dispose();
        _listener.Dispose();
    }

    [Fact]
    public async Task Builds_updates_and_searches_are_counted_and_traced()
    {
        Begin();
        using TemporaryFolder folder = new();
        folder.Write("a.py", "def parse_header(line):\n    return line.split(':')\n");
        folder.Write("b.py", "def read_user(stream):\n    return stream.read()\n");
        CodeIndexBuilder builder = CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });
        CodeIndex index = await builder.BuildAsync(new DirectorySource(folder.FullPath), cancellationToken: Token);
        double embedded = Sum("structindex.units.embedded");
        Assert.Equal((2d, (double)index.Contents.Vectors!.Count), (Sum("structindex.files.parsed"), embedded));
        folder.Write("b.py", "def read_all_users(stream):\n    return stream.read()\n");
        CodeIndex updated = await builder.UpdateAsync(index, new DirectorySource(folder.FullPath), cancellationToken: Token);
        Assert.Same(updated, await builder.UpdateAsync(updated, new DirectorySource(folder.FullPath), cancellationToken: Token));
        Assert.Equal(3, Sum("structindex.files.parsed"));
        Assert.InRange(Sum("structindex.units.embedded") - embedded, 1, embedded - 1);
        await updated.SearchAsync("parse header", new SearchOptions { MinimumRelevance = 0 }, Token);
        await updated.SearchAsync("zxqv", new SearchOptions { MinimumRelevance = 1 }, Token);
        foreach (string result in new[] { "built", "updated", "unchanged" })
        {
            Assert.Equal(1, Sum("structindex.build.duration " + result));
        }

        Assert.Equal(1, Sum("structindex.query.duration nothing"));
        Assert.Equal(2, Sum("structindex.query.duration"));
        Assert.Equal(["structindex.build", "structindex.update", "structindex.update", "structindex.search", "structindex.search"], _activities.Select(activity => activity.OperationName));
        Assert.Equal(updated.Units.Count, _activities.ElementAt(1).GetTagItem("structindex.units"));
    }

    [Fact]
    public async Task Hits_of_the_embedding_cache_are_counted()
    {
        Begin();
        MemorySource source = new([("a.py", "def parse_header(line):\n    return line.split(':')\n\ndef read_user(stream):\n    return stream.read()\n")]);
        CodeIndexBuilder builder = new(new CodeIndexOptions { Parsers = CodeIndexer.DefaultParsers, EmbeddingGenerator = new ConstantGenerator(), EmbeddingCache = new EmbeddingCache() });
        await builder.BuildAsync(source, cancellationToken: Token);
        double made = Sum("structindex.units.embedded");
        Assert.Equal(0, Sum("structindex.embedding_cache.hits"));
        await builder.BuildAsync(source, cancellationToken: Token);
        Assert.Equal((made + 1, made - 1), (Sum("structindex.units.embedded"), Sum("structindex.embedding_cache.hits")));
    }

    [Fact]
    public async Task A_build_that_fails_is_an_error()
    {
        Begin();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CodeIndexer.CreateBuilder().BuildAsync(new Cancelling(), cancellationToken: Token));
        Assert.Equal(1, Sum("structindex.build.duration failed"));
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(_activities).Status);
    }

    // Other tests index at the same time: what counts is what happens below this test's own activity.
    private void Begin() => _parent = new Activity("test").Start();

    private bool IsOurs => Activity.Current is { } current && current.RootId == _parent?.RootId;

    private void Keep(Activity activity)
    {
        if (activity.RootId == _parent?.RootId)
        {
            _activities.Enqueue(activity);
        }
    }

    private void Add(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!IsOurs)
        {
            return;
        }

        _sums.AddOrUpdate(name, value, (_, sum) => sum + value);
        foreach ((string key, object? result) in tags)
        {
            Assert.Equal("structindex.result", key);
            _sums.AddOrUpdate($"{name} {result}", value, (_, sum) => sum + value);
        }
    }

    private double Sum(string name) => _sums.GetValueOrDefault(name);

    private sealed class Cancelling : ISourceProvider
    {
        public string? RootDirectory => null;

        public IAsyncEnumerable<SourceFile> ReadAsync(Action<FileFailure> onFailure, CancellationToken cancellationToken = default) => throw new OperationCanceledException();
    }

    private sealed class ConstantGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(_ => new Embedding<float>(new float[] { 1, 2 }))));

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", null, "constant") : null;

        public void Dispose()
        {
        }
    }
}
