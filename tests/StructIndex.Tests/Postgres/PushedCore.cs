namespace StructIndex.Tests;

/// <summary>A server with the index of StructIndex.Core, pushed once for all tests of a class.</summary>
public sealed class PushedCore : PostgresServer
{
    private readonly Lazy<Task<(CodeIndex Index, PostgresCodeIndex Branch)>> _core;
    private PostgresCodeStore? _store;

    public PushedCore() => _core = new Lazy<Task<(CodeIndex, PostgresCodeIndex)>>(PushAsync);

    /// <summary>The index, and the same as a branch in the database; the test is skipped where there is no server.</summary>
    public Task<(CodeIndex Index, PostgresCodeIndex Branch)> CoreAsync()
    {
        Assert.SkipUnless(Missing is null, Missing ?? "");
        return _core.Value;
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await (_store?.DisposeAsync() ?? ValueTask.CompletedTask);
        await base.DisposeAsync();
    }

    private async Task<(CodeIndex, PostgresCodeIndex)> PushAsync()
    {
        CodeIndex index = await CodeIndexer.IndexDirectoryAsync(Path.Combine(Repository.Root, "src", "StructIndex.Core"));
        _store = new PostgresCodeStore(await NewDatabaseAsync());
        await _store.MigrateAsync(index.VectorDimensions);
        await _store.PushAsync(index, "core");
        return (index, await _store.OpenAsync("core", CodeModel.Default));
    }
}
