using System.Globalization;
using Npgsql;

namespace StructIndex.Tests;

/// <summary>Workers that share the queue of a real PostgreSQL, and are killed.</summary>
[Trait("Category", "Slow")]
public class PostgresQueueTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const int Repositories = 16;
    private const int Workers = 8;
    private const int KillsOfEachKind = 4;

    // A worker whose connection the server ends is to the database what a killed process is. Sequences go on counting whatever is rolled back.
    private const string Deaths =
        """
        create sequence deaths_in_push;
        create sequence deaths_at_the_end;
        create function die() returns trigger language plpgsql as $$
        begin
            if nextval(tg_argv[0]::regclass) <= 4 then
                perform pg_terminate_backend(pg_backend_pid());
            end if;
            return null;
        end $$;
        create trigger die_in_push after insert on structindex.members for each statement execute function die('deaths_in_push');
        create trigger die_at_the_end after delete on structindex.jobs for each statement execute function die('deaths_at_the_end')
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_workers_that_are_killed_lose_and_double_nothing()
    {
        string database = await server.NewDatabaseAsync();
        CodeIndex[] indexes = await Task.WhenAll(Enumerable.Range(0, Repositories).Select(IndexAsync));
        await using PostgresCodeStore store = new(database);
        await store.MigrateAsync(CodeUnitRecord.DefaultDimensions, Token);
        await AskAsync(database, Deaths);
        foreach (int repository in Enumerable.Range(0, Repositories))
        {
            await store.EnqueueAsync($"shop{repository}", $"{repository}", cancellationToken: Token);
        }

        int begun = 0, deaths = 0;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => WorkAsync($"worker{worker}")));
        Assert.Equal(3 * KillsOfEachKind, deaths);
        Assert.Null(await store.PushNextAsync((_, _) => throw new InvalidOperationException("The queue is empty."), Token));
        foreach (int repository in Enumerable.Range(0, Repositories))
        {
            string name = $"shop{repository}";
            PostgresCodeIndex branch = await store.OpenAsync(name, CodeModel.Default, cancellationToken: Token);
            Assert.Equal(indexes[repository].Units.Count, branch.UnitCount);
            Assert.Equal(
                indexes[repository].Units.Select(unit => unit.Id).Order(StringComparer.Ordinal),
                (await AskAsync(database, $"select units.id from structindex.members join structindex.units using (tenant, hash) where repository = (select id from structindex.repositories where name = '{name}')")).Order(StringComparer.Ordinal));
            Assert.Single(await branch.CallersOfAsync("Stock.Take", cancellationToken: Token));
        }

        async Task WorkAsync(string worker)
        {
            await using PostgresCodeStore own = new($"{database};Application Name={worker}");
            for (bool waits = true; waits;)
            {
                try
                {
                    waits = await own.PushNextAsync((job, _) => IndexOrDieAsync(job, worker), Token) is not null;
                }
                catch (NpgsqlException)
                {
                    Interlocked.Increment(ref deaths);
                }
            }
        }

        async Task<CodeIndex> IndexOrDieAsync(PostgresJob job, string worker)
        {
            if (Interlocked.Increment(ref begun) <= KillsOfEachKind)
            {
                await AskAsync(database, $"select pg_terminate_backend(pid)::text from pg_stat_activity where application_name = '{worker}' and xact_start is not null");
            }

            return indexes[int.Parse(job.Source, CultureInfo.InvariantCulture)];
        }
    }

    [Fact]
    public async Task What_cannot_be_indexed_is_tried_three_times_and_stops_no_other()
    {
        await using PostgresCodeStore store = new(await server.NewDatabaseAsync());
        await store.MigrateAsync(CodeUnitRecord.DefaultDimensions, Token);
        await store.EnqueueAsync("broken", "nowhere", cancellationToken: Token);
        await store.EnqueueAsync("shop", "here", cancellationToken: Token);
        await store.EnqueueAsync("shop", "here", cancellationToken: Token);
        List<PostgresJob> done = [];
        while (await store.PushNextAsync((job, _) => job.Source == "nowhere" ? throw new IOException("There is no folder.") : ShopCode.IndexAsync(), Token) is { } job)
        {
            done.Add(job);
        }

        Assert.Equal(["broken", "shop", "broken", "broken"], done.Select(job => job.Repository));
        Assert.All(done.Where(job => job.Repository == "broken"), job => Assert.Equal(("There is no folder.", null), (job.Error, job.Update)));
        Assert.Equal((await ShopCode.IndexAsync()).Units.Count, done[1].Update!.Written);
        await store.EnqueueAsync("broken", "here", cancellationToken: Token);
        Assert.Null((await store.PushNextAsync((_, _) => ShopCode.IndexAsync(), Token))!.Error);
    }

    [Fact]
    public async Task The_command_pushes_now_or_later()
    {
        string database = await server.NewDatabaseAsync();
        using TemporaryFolder folder = new();
        foreach (SourceFile file in ShopCode.Files)
        {
            folder.Write(file.Path, file.Text);
        }

        ToolRun pushed = await ToolRun.RunAsync("push", folder.FullPath, "--to", database, "-r", "shop", "--no-cache");
        Assert.True(pushed.ExitCode == 0, pushed.Error);
        Assert.Matches("^[1-9][0-9]* units sent, 0 known, 0 gone -> shop main ", pushed.Output);
        Assert.StartsWith("0 units sent, ", (await ToolRun.RunAsync("push", folder.FullPath, "--to", database, "-r", "shop", "--no-cache")).Output, StringComparison.Ordinal);
        await ToolRun.RunAsync("push", folder.FullPath, "--to", database, "--later", "-r", "fork", "-b", "feature");
        ToolRun worked = await ToolRun.RunAsync("work", "--to", database);
        Assert.Contains("-> fork feature", worked.Output, StringComparison.Ordinal);
        ToolRun idle = await ToolRun.RunAsync("work", "--to", database);
        Assert.Equal((0, ""), (idle.ExitCode, idle.Output));

        ToolRun refused = await ToolRun.RunAsync("push", folder.FullPath, "--to", "postgres://nobody@127.0.0.1:1/none");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("the database:", refused.Error, StringComparison.Ordinal);
    }

    private static Task<CodeIndex> IndexAsync(int repository) => CodeIndexer.IndexAsync(
        new MemorySource(ShopCode.Files.Append(new SourceFile($"own/only{repository}.py", $"def only{repository}():\n    return {repository}\n"))), cancellationToken: Token);

    private static async Task<List<string>> AskAsync(string database, string sql)
    {
        await using NpgsqlConnection connection = new(database);
        await connection.OpenAsync(Token);
        await using NpgsqlCommand command = new(sql, connection);
        List<string> texts = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(Token);
        while (await reader.ReadAsync(Token))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
