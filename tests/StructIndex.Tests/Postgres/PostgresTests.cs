using Microsoft.Extensions.AI;
using Npgsql;

namespace StructIndex.Tests;

/// <summary>Indexes in a real PostgreSQL with pgvector; each test has a database of its own.</summary>
[Trait("Category", "Slow")]
public class PostgresTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const string Question = "take an item from the shelf";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_pushed_is_found_by_words_and_by_vectors()
    {
        await using PostgresCodeStore store = await StoreAsync();
        CodeIndex index = await ShopCode.IndexAsync();
        Assert.Equal(new CollectionUpdate(index.Units.Count, 0, 0), await store.PushAsync(index, "shop", cancellationToken: Token));
        ReadOnlyMemory<float> vector = await index.QueryGenerator!.GenerateVectorAsync(Question, cancellationToken: Token);
        PostgresHit best = (await store.SearchAsync(Question, vector, cancellationToken: Token))[0];
        CodeUnitRecord expected = index.ToRecord(index.Find("Stock.Take").Single());
        Assert.Equal(("shop", "main", expected.ContentHash, expected.Key, expected.Text), (best.Repository, best.Branch, best.Unit.ContentHash, best.Unit.Key, best.Unit.Text));
        Assert.Equal(2 / 61.0, best.Score, 12);
        Assert.Equal("Shop.Stock.Take", (await store.SearchAsync(Question, default, cancellationToken: Token))[0].Unit.QualifiedName);
        Assert.Equal("Shop.Stock.Take", (await store.SearchAsync("", vector, cancellationToken: Token))[0].Unit.QualifiedName);
        Assert.Empty(await store.SearchAsync("zygote", default, cancellationToken: Token));
        Assert.Equal("Shop.Stock.PutBack", (await store.SearchAsync("putBack", default, cancellationToken: Token))[0].Unit.QualifiedName);
    }

    [Fact]
    public async Task The_dense_leg_finds_what_the_index_finds()
    {
        await using PostgresCodeStore store = await StoreAsync();
        CodeIndex index = await ShopCode.IndexAsync();
        await store.PushAsync(index, "shop", cancellationToken: Token);
        float[] vector = index.VectorOf(index.Find("Orders.Cancel").Single()).ToArray();
        IReadOnlyList<PostgresHit> found = await store.SearchAsync("", vector, new PostgresSearchOptions { Limit = 5 }, Token);
        Assert.Equal(index.Nearest(vector, 5).Select(hit => hit.Unit.Id), found.Select(hit => hit.Unit.Id));
    }

    [Fact]
    public async Task A_second_push_sends_nothing_and_a_changed_one_what_changed()
    {
        await using PostgresCodeStore store = await StoreAsync();
        CodeIndex index = await ShopCode.IndexAsync(), changed = await ChangedAsync();
        await store.PushAsync(index, "shop", cancellationToken: Token);
        Assert.Equal(new CollectionUpdate(0, index.Units.Count, 0), await store.PushAsync(index, "shop", cancellationToken: Token));
        CollectionUpdate update = await store.PushAsync(changed, "shop", cancellationToken: Token);
        Assert.Equal((2, changed.Units.Count - 2), (update.Written, update.Unchanged));
        Assert.InRange(update.Deleted, 1, 3);
        Assert.Empty(await store.SearchAsync("basket", default, cancellationToken: Token));

        // The old contents of two units, and the units that are gone.
        Assert.Equal(2 + update.Deleted, await store.CleanAsync(Token));
        Assert.Equal(0, await store.CleanAsync(Token));
        Assert.Equal(changed.Units.Count, (await store.SearchAsync("", changed.VectorOf(changed.Units[0]), new PostgresSearchOptions { Limit = 1000 }, Token)).Count);
    }

    [Fact]
    public async Task Branches_share_what_is_the_same_and_answer_for_themselves()
    {
        await using PostgresCodeStore store = await StoreAsync();
        CodeIndex index = await ShopCode.IndexAsync(), changed = await ChangedAsync();
        await store.PushAsync(index, "shop", cancellationToken: Token);
        Assert.Equal(2, (await store.PushAsync(changed, "shop", "feature", Token)).Written);
        Assert.Equal(0, (await store.PushAsync(index, "fork", cancellationToken: Token)).Written);
        Assert.NotEmpty(await store.SearchAsync("basket", default, cancellationToken: Token));
        Assert.Empty(await store.SearchAsync("basket", default, new PostgresSearchOptions { Branch = "feature" }, Token));
        IReadOnlyList<PostgresHit> both = await store.SearchAsync("basket", default, cancellationToken: Token);
        Assert.Equal(["fork", "shop"], both.Select(hit => hit.Repository).Distinct().Order());
        Assert.All(await store.SearchAsync("basket", default, new PostgresSearchOptions { Repositories = ["fork"] }, Token), hit => Assert.Equal("fork", hit.Repository));
        Assert.All(await store.SearchAsync("wait attempt order", default, new PostgresSearchOptions { Languages = ["python"] }, Token), hit => Assert.Equal("python", hit.Unit.Language));
    }

    [Fact]
    public async Task Tenants_see_their_own_rows_only()
    {
        await using PostgresCodeStore admin = await StoreAsync();
        string database = Database;
        await using (NpgsqlConnection connection = new(database))
        {
            await connection.OpenAsync(Token);
            await using NpgsqlCommand command = new(
                $"do $$ begin create role app login; exception when duplicate_object then null; end $$; grant usage on schema structindex to app; grant all on all tables in schema structindex to app", connection);
            await command.ExecuteNonQueryAsync(Token);
        }

        string app = database.Replace("Username=postgres", "Username=app", StringComparison.Ordinal);
        await using PostgresCodeStore red = new(app, "red"), blue = new(app, "blue");
        CodeIndex index = await ShopCode.IndexAsync();
        await red.PushAsync(index, "shop", cancellationToken: Token);
        Assert.NotEmpty(await red.SearchAsync(Question, default, cancellationToken: Token));
        Assert.Empty(await blue.SearchAsync(Question, default, cancellationToken: Token));
        await Assert.ThrowsAsync<StructIndexException>(() => blue.OpenAsync("shop", CodeModel.Default, cancellationToken: Token));
        Assert.NotEmpty(await (await red.OpenAsync("shop", CodeModel.Default, cancellationToken: Token)).CallersOfAsync("Stock.Take", cancellationToken: Token));
        Assert.Equal(index.Units.Count, (await blue.PushAsync(index, "shop", cancellationToken: Token)).Written);
        Assert.Equal(0, await blue.CleanAsync(Token));
    }

    [Fact]
    public async Task Pushes_at_the_same_time_lose_and_double_nothing()
    {
        await using PostgresCodeStore store = await StoreAsync();
        CodeIndex index = await ShopCode.IndexAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => store.PushAsync(index, $"shop{worker % 4}", cancellationToken: Token)));
        for (int repository = 0; repository < 4; repository++)
        {
            IReadOnlyList<PostgresHit> all = await store.SearchAsync("", index.VectorOf(index.Units[0]), new PostgresSearchOptions { Limit = 1000, Repositories = [$"shop{repository}"] }, Token);
            Assert.Equal(index.Units.Select(unit => unit.Id).Order(StringComparer.Ordinal), all.Select(hit => hit.Unit.Id).Order(StringComparer.Ordinal));
            Assert.Single(await (await store.OpenAsync($"shop{repository}", CodeModel.Default, cancellationToken: Token)).CallersOfAsync("Stock.Take", cancellationToken: Token));
        }
    }

    [Fact]
    public async Task A_push_that_is_stopped_changes_nothing()
    {
        await using PostgresCodeStore store = await StoreAsync();
        using CancellationTokenSource cancel = new();
        cancel.Cancel();
        CodeIndex index = await ShopCode.IndexAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.PushAsync(index, "shop", cancellationToken: cancel.Token));
        Assert.Empty(await store.SearchAsync(Question, default, cancellationToken: Token));
    }

    [Fact]
    public async Task The_schema_is_made_once_and_other_dimensions_are_refused()
    {
        await using PostgresCodeStore store = await StoreAsync();
        await Task.WhenAll(store.MigrateAsync(CodeUnitRecord.DefaultDimensions, Token), store.MigrateAsync(CodeUnitRecord.DefaultDimensions, Token));
        StructIndexException refused = await Assert.ThrowsAsync<StructIndexException>(() => store.MigrateAsync(384, Token));
        Assert.Contains("320 components, not of 384", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=h;Database=d", "Host=h;Database=d")]
    [InlineData("postgres://me@h/d", "Host=h;Port=5432;Username=me;Database=d")]
    [InlineData("postgresql://me:p%40ss@h:5433/d?sslmode=require", "Host=h;Port=5433;Username=me;Password=p@ss;Database=d;SSL Mode=Require")]
    [InlineData("postgres://h", "Host=h;Port=5432")]
    public void A_connection_may_be_a_url(string written, string expected) =>
        Assert.Equivalent(new NpgsqlConnectionStringBuilder(expected), new NpgsqlConnectionStringBuilder(PostgresUrl.ToConnectionString(written)));

    [Fact]
    public void A_url_that_cannot_be_read_says_so_without_its_password()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => PostgresUrl.ToConnectionString("postgres://me:secret@:x/d"));
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    private string Database { get; set; } = "";

    private async Task<PostgresCodeStore> StoreAsync()
    {
        Database = await server.NewDatabaseAsync();
        PostgresCodeStore store = new(Database);
        await store.MigrateAsync(CodeUnitRecord.DefaultDimensions, Token);
        return store;
    }

    private static Task<CodeIndex> ChangedAsync() => CodeIndexer.IndexAsync(
        new MemorySource(
            ShopCode.Files.Where(file => file.Path != "shop/Checkout.cs")
                .Select(file => file.Path == "web/retry.py" ? new SourceFile(file.Path, file.Text.Replace("attempt * 2", "attempt * 3", StringComparison.Ordinal)) : file)),
        cancellationToken: Token);
}
