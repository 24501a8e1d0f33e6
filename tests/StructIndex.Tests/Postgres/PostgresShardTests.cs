using Microsoft.Extensions.AI;
using Npgsql;

namespace StructIndex.Tests;

/// <summary>Two servers with a code base each and a third that reads from both, set up as SHARDING.md says.</summary>
[Trait("Category", "Slow")]
public sealed class PostgresShardTests : IAsyncLifetime
{
    private static readonly string[] s_questions = ["take an item from the shelf", "wait before the next attempt", "boil the pasta for nine minutes", "basket"];

    private readonly PostgresServer _coordinator = new();
    private readonly PostgresServer[] _shards = [new(), new()];
    private PostgresCodeStore? _store;
    private CodeIndex? _shop;
    private CodeIndex? _kitchen;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // The second holds the first too, with one method less: units that are the same on both servers.
    private static SourceFile[] Kitchen =>
        [.. ShopCode.Files.Where(file => file.Path != "shop/Checkout.cs"), new("kitchen/pasta.py", "def cook(pasta):\n    \"\"\"Boils the pasta for nine minutes.\"\"\"\n    return wait(pasta, 9)\n\n\ndef wait(food, minutes):\n    return food\n")];

    public async ValueTask InitializeAsync()
    {
        await Task.WhenAll(_shards.Append(_coordinator).Select(server => server.InitializeAsync().AsTask()));
        Assert.SkipUnless(_coordinator.Missing is null, _coordinator.Missing ?? "");
        (_shop, _kitchen) = (await ShopCode.IndexAsync(), await CodeIndexer.IndexAsync(new MemorySource(Kitchen), cancellationToken: Token));
        string guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "StructIndex.Postgres", "SHARDING.md"), Token);
        string[] blocks = [.. guide.Split("```").Where(block => block.StartsWith("sql", StringComparison.Ordinal)).Select(block => block["sql".Length..])];
        string setUp = blocks[2];
        foreach ((int number, (PostgresServer server, CodeIndex index, string name, string host)) in new[] { (_shards[0], _shop, "shop", "one"), (_shards[1], _kitchen, "kitchen", "two") }.Index())
        {
            string database = await server.NewDatabaseAsync();
            NpgsqlConnectionStringBuilder place = new(database);
            await RunAsync(database, blocks[0].Replace("database code", $"database {place.Database}", StringComparison.Ordinal).Replace("'1'", $"'{number + 1}'", StringComparison.Ordinal));
            await using PostgresCodeStore shard = new(database);
            await shard.MigrateAsync(CodeUnitRecord.DefaultDimensions, Token);
            await shard.PushAsync(index, name, cancellationToken: Token);
            await RunAsync(database, blocks[1]);
            setUp = setUp.Replace($"host '{host}.example', port '5432', dbname 'code'", $"host '{place.Host}', port '{place.Port}', dbname '{place.Database}'", StringComparison.Ordinal);
        }

        string whole = await _coordinator.NewDatabaseAsync();
        await RunAsync(whole, setUp);
        _store = new PostgresCodeStore(whole);
    }

    public async ValueTask DisposeAsync()
    {
        await (_store?.DisposeAsync() ?? ValueTask.CompletedTask);
        foreach (PostgresServer server in _shards.Append(_coordinator))
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Code_bases_on_two_servers_are_searched_as_on_one()
    {
        await using PostgresCodeStore one = new(await _coordinator.NewDatabaseAsync());
        await one.MigrateAsync(CodeUnitRecord.DefaultDimensions, Token);
        await one.PushAsync(_shop!, "shop", cancellationToken: Token);
        await one.PushAsync(_kitchen!, "kitchen", cancellationToken: Token);
        foreach (string question in s_questions)
        {
            ReadOnlyMemory<float> vector = await _shop!.QueryGenerator!.GenerateVectorAsync(question, cancellationToken: Token);
            IReadOnlyList<PostgresHit> found = await _store!.SearchAsync(question, vector, cancellationToken: Token);
            Assert.Equal((await one.SearchAsync(question, vector, cancellationToken: Token)).Select(Describe), found.Select(Describe));
            Assert.All(await _store.SearchAsync(question, vector, new PostgresSearchOptions { Repositories = ["kitchen"] }, Token), hit => Assert.Equal("kitchen", hit.Repository));
        }
    }

    [Fact]
    public async Task A_branch_answers_as_its_index_while_the_other_server_is_stopped()
    {
        PostgresCodeIndex shop = await _store!.OpenAsync("shop", CodeModel.Default, cancellationToken: Token), kitchen = await _store.OpenAsync("kitchen", CodeModel.Default, cancellationToken: Token);
        Assert.Equal("pasta.py", Path.GetFileName((await kitchen.SearchAsync("boil the pasta", cancellationToken: Token)).Hits[0].Unit.Path));
        await _shards[1].DisposeAsync();
        foreach (string question in s_questions)
        {
            SearchResult expected = await _shop!.SearchAsync(question, cancellationToken: Token), found = await shop.SearchAsync(question, cancellationToken: Token);
            Assert.Equal(expected.Outcome, found.Outcome);
            Assert.Equal(expected.Hits.Select(hit => hit.Unit.Id), found.Hits.Select(hit => hit.Unit.Id));
        }

        Assert.Equal(_shop!.Graph.CallersOf(_shop.Find("Stock.Take").Single()).Select(edge => edge.From.Id), (await shop.CallersOfAsync("Stock.Take", cancellationToken: Token)).Select(edge => edge.From.Id));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => kitchen.SearchAsync("boil the pasta", cancellationToken: Token));
    }

    private static string Describe(PostgresHit hit) => $"{hit.Repository} {hit.Unit.Key} {hit.Score:R}";

    private static async Task RunAsync(string database, string sql)
    {
        await using NpgsqlConnection connection = new(database);
        await connection.OpenAsync(Token);
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }
}
