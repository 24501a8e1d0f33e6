using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace StructIndex.Tests;

/// <summary>An index as a service of an application.</summary>
public class HostedIndexTests
{
    private static readonly CodeIndexWatcherOptions s_quick = new() { Quiet = TimeSpan.FromMilliseconds(20), PollInterval = TimeSpan.FromMilliseconds(20) };

    [Fact]
    public async Task The_index_of_a_folder_is_built_in_the_background_and_has_the_edges_of_one_built_at_once()
    {
        using TemporaryFolder folder = new();
        foreach (SourceFile file in ShopCode.Files)
        {
            folder.Write(file.Path, file.Text);
        }

        await using ServiceProvider services = Provide(options => (options.Root, options.Watcher) = (folder.FullPath, null));
        ICodeIndexAccessor accessor = services.GetRequiredService<ICodeIndexAccessor>();
        Assert.Null(accessor.Current);
        Assert.Equal(CodeIndexPhase.Building, accessor.State.Phase);
        await StartAsync(services);
        CodeIndex searchable = await accessor.WaitAsync(cancellationToken: TestContext.Current.CancellationToken);
        CodeIndex whole = await accessor.WaitAsync(withEdges: true, TestContext.Current.CancellationToken);
        CodeIndex expected = await CodeIndexer.IndexDirectoryAsync(folder.FullPath, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(expected.Units.Select(unit => unit.Id), searchable.Units.Select(unit => unit.Id));
        Assert.Equal(expected.Graph.Edges.Select(edge => (edge.From.Id, edge.To.Id, edge.Kind)), whole.Graph.Edges.Select(edge => (edge.From.Id, edge.To.Id, edge.Kind)));
        Assert.Same(whole, accessor.Current);
        Assert.Equal(new CodeIndexState(CodeIndexPhase.Ready), accessor.State);
    }

    [Fact]
    public async Task A_saved_index_is_loaded()
    {
        using TemporaryFolder folder = new();
        await (await ShopCode.IndexAsync()).SaveAsync(folder.At("shop.index"), TestContext.Current.CancellationToken);
        await using ServiceProvider services = Provide(options => options.Root = folder.At("shop.index"));
        await StartAsync(services);
        CodeIndex loaded = await services.GetRequiredService<ICodeIndexAccessor>().WaitAsync(withEdges: true, TestContext.Current.CancellationToken);
        Assert.NotEmpty(loaded.Find("Orders.Reserve"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_index_follows_its_files_and_goes_on_answering_when_they_are_gone(bool polls)
    {
        using TemporaryFolder folder = new();
        folder.Write("code/a.py", "def first():\n    return 1\n");
        await using ServiceProvider services = Provide(options => (options.Root, options.Watcher) = (folder.At("code"), s_quick with { UsePolling = polls }));
        await StartAsync(services);
        ICodeIndexAccessor accessor = services.GetRequiredService<ICodeIndexAccessor>();
        CodeIndex before = await accessor.WaitAsync(withEdges: true, TestContext.Current.CancellationToken);
        folder.Write("code/b.py", "def second():\n    return first()\n");
        await UntilAsync(() => accessor.Current!.Find("second").Count == 1);
        Assert.Empty(before.Find("second"));
        Directory.Move(folder.At("code"), folder.At("elsewhere"));
        await UntilAsync(() => accessor.State.Phase == CodeIndexPhase.Failed);
        Assert.Contains("is gone", accessor.State.Failure!, StringComparison.Ordinal);
        Assert.NotEmpty((await accessor.WaitAsync(withEdges: true, TestContext.Current.CancellationToken)).Find("second"));
        folder.Write("code/c.py", "def third():\n    return 3\n");
        await UntilAsync(() => accessor.Current!.Find("third").Count == 1 && accessor.State.Phase == CodeIndexPhase.Ready);
    }

    [Fact]
    public async Task A_root_that_is_not_there_fails_the_index_and_not_the_application()
    {
        await using ServiceProvider services = Provide(options => options.Root = "no/such/folder");
        await StartAsync(services);
        ICodeIndexAccessor accessor = services.GetRequiredService<ICodeIndexAccessor>();
        StructIndexException failure = await Assert.ThrowsAsync<StructIndexException>(() => accessor.WaitAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("no/such/folder", failure.Message, StringComparison.Ordinal);
        Assert.Equal(CodeIndexPhase.Failed, accessor.State.Phase);
        Assert.Contains("no/such/folder", accessor.State.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_was_kept_is_what_the_next_run_begins_with_updated()
    {
        using TemporaryFolder folder = new();
        folder.Write("code/a.py", "def first():\n    return 1\n");
        Assert.Equal(1, await RunAsync());
        DateTime written = File.GetLastWriteTimeUtc(folder.At("kept.index"));
        Assert.Equal(0, await RunAsync());
        Assert.Equal(written, File.GetLastWriteTimeUtc(folder.At("kept.index")));
        folder.Write("code/b.py", "from a import first\n\ndef second():\n    return first()\n");
        Assert.Equal(1, await RunAsync());
        Assert.Equal(0, await RunAsync());
        await File.WriteAllTextAsync(folder.At("kept.index"), "nonsense", TestContext.Current.CancellationToken);
        Assert.Equal(2, await RunAsync());
        Assert.Equal(0, await RunAsync());

        // Runs the application until the index is whole and kept, and says how many files were parsed.
        async Task<int> RunAsync()
        {
            ParsedFiles parsed = new();
            await using ServiceProvider services = Provide(options => (options.Root, options.IndexFile, options.Watcher, options.Progress) = (folder.At("code"), folder.At("kept.index"), null, parsed));
            IHostedService[] hosted = await StartAsync(services);
            CodeIndex index = await services.GetRequiredService<ICodeIndexAccessor>().WaitAsync(withEdges: true, TestContext.Current.CancellationToken);
            Assert.Equal(Directory.GetFiles(folder.At("code")).Length - 1, index.Graph.Edges.Count);
            await ((BackgroundService)hosted[0]).ExecuteTask!.WaitAsync(TestContext.Current.CancellationToken);
            return parsed.Count;
        }
    }

    [Fact]
    public async Task An_index_that_cannot_be_kept_answers_all_the_same()
    {
        using TemporaryFolder folder = new();
        folder.Write("code/a.py", "def first():\n    return 1\n");
        await using ServiceProvider services = Provide(options => (options.Root, options.IndexFile) = (folder.At("code"), folder.At("no/such/folder/kept.index")));
        await StartAsync(services);
        Assert.NotEmpty((await services.GetRequiredService<ICodeIndexAccessor>().WaitAsync(withEdges: true, TestContext.Current.CancellationToken)).Find("first"));
    }

    [Fact]
    public async Task Stopping_the_application_stops_the_build_and_whoever_waits()
    {
        await using ServiceProvider services = Provide(options => options.Source = new EndlessSource());
        IHostedService[] hosted = await StartAsync(services);
        Task<CodeIndex> waiting = services.GetRequiredService<ICodeIndexAccessor>().WaitAsync(cancellationToken: TestContext.Current.CancellationToken);
        await hosted[0].StopAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Files_that_are_of_no_folder_are_looked_at_from_time_to_time()
    {
        ChangingSource source = new("def first():\n    return 1\n");
        await using ServiceProvider services = Provide(options => (options.Source, options.Watcher) = (source, s_quick));
        await StartAsync(services);
        ICodeIndexAccessor accessor = services.GetRequiredService<ICodeIndexAccessor>();
        Assert.NotEmpty((await accessor.WaitAsync(withEdges: true, TestContext.Current.CancellationToken)).Find("first"));
        source.Text = "def second():\n    return 2\n";
        await UntilAsync(() => accessor.Current!.Find("second").Count == 1);
    }

    [Fact]
    public async Task The_generator_of_the_application_is_taken_only_when_told_so_and_by_its_key()
    {
        using NamedGenerator plain = new("plain"), keyed = new("keyed");
        Assert.Equal(CodeModel.Default.Model.ModelId, await ModelAsync(static _ => { }));
        Assert.Equal("plain", await ModelAsync(static options => options.UseRegisteredEmbeddingGenerator()));
        Assert.Equal("keyed", await ModelAsync(static options => options.UseRegisteredEmbeddingGenerator("code")));
        Assert.True(plain.Calls > 0 && keyed.Calls > 0);

        async Task<string> ModelAsync(Action<StructIndexOptions> configure)
        {
            ServiceCollection collection = new();
            collection.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(plain).AddKeyedSingleton<IEmbeddingGenerator<string, Embedding<float>>>("code", keyed);
            collection.AddStructIndex(options => options.Source = new MemorySource([("a.py", "def first():\n    return 1\n")])).Configure(configure);
            await using ServiceProvider services = collection.BuildServiceProvider();
            await StartAsync(services);
            return (await services.GetRequiredService<ICodeIndexAccessor>().WaitAsync(withEdges: true, TestContext.Current.CancellationToken)).Contents.Model!.Id;
        }
    }

    [Fact]
    public async Task A_generator_that_is_asked_for_and_not_registered_fails_the_index()
    {
        await using ServiceProvider services = Provide(static options => options.UseRegisteredEmbeddingGenerator("none"));
        await StartAsync(services);
        await Assert.ThrowsAsync<StructIndexException>(() => services.GetRequiredService<ICodeIndexAccessor>().WaitAsync(cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Adding_it_twice_adds_one_index()
    {
        ServiceCollection services = new();
        services.AddStructIndex().AddStructIndex(options => options.Root = "x");
        Assert.Single(services, service => service.ServiceType == typeof(ICodeIndexAccessor));
        Assert.Single(services, service => service.ServiceType == typeof(IHostedService));
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    private static ServiceProvider Provide(Action<StructIndexOptions> configure)
    {
        ServiceCollection services = new();
        services.AddStructIndex(configure);
        return services.BuildServiceProvider();
    }

    private static async Task<IHostedService[]> StartAsync(ServiceProvider services)
    {
        IHostedService[] hosted = [.. services.GetServices<IHostedService>()];
        foreach (IHostedService service in hosted)
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }

        return hosted;
    }

    private sealed class ParsedFiles : IProgress<IndexProgress>
    {
        private int _count;

        public int Count => _count;

        public void Report(IndexProgress value)
        {
            if (value.Stage == IndexStage.Parsing)
            {
                Interlocked.Increment(ref _count);
            }
        }
    }

    private sealed class ChangingSource(string text) : ISourceProvider
    {
        public string Text { get; set; } = text;

        public string? RootDirectory => null;

        public IAsyncEnumerable<SourceFile> ReadAsync(Action<FileFailure> onFailure, CancellationToken cancellationToken = default) =>
            new[] { new SourceFile("a.py", Text) }.ToAsyncEnumerable();
    }

    private sealed class NamedGenerator(string model) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public int Calls { get; private set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Calls++;
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(value => new Embedding<float>(new float[] { value.Length, 1 }))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", null, model) : null;

        public void Dispose()
        {
        }
    }

    private sealed class EndlessSource : ISourceProvider
    {
        public string? RootDirectory => null;

        public async IAsyncEnumerable<SourceFile> ReadAsync(Action<FileFailure> onFailure, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            yield break;
        }
    }
}
