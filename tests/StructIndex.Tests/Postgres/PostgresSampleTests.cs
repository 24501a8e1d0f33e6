namespace StructIndex.Tests;

/// <summary>The sample that searches in a database, run as a user runs it.</summary>
[Trait("Category", "Slow")]
public class PostgresSampleTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Fact]
    public async Task PostgresSearch_pushes_a_folder_and_answers_a_question()
    {
        string database = await server.NewDatabaseAsync();
        using TemporaryFolder folder = new();
        foreach (SourceFile file in ShopCode.Files)
        {
            folder.Write(file.Path, file.Text);
        }

        CommandRun pushed = await RunAsync(database, "push", folder.At("shop"));
        Assert.True(pushed.ExitCode == 0, pushed.Output);
        Assert.Contains("shop: ", pushed.Output, StringComparison.Ordinal);
        CommandRun asked = await RunAsync(database, "ask", "shop", "take an item from the shelf");
        Assert.True(asked.ExitCode == 0, asked.Output);
        Assert.Contains("Stock.cs:7-8  Shop.Stock.Take", asked.Output, StringComparison.Ordinal);
        Assert.Contains("called by Shop.Orders.Reserve", asked.Output, StringComparison.Ordinal);
    }

    private static Task<CommandRun> RunAsync(string database, params string[] arguments)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string sample = Path.Combine(Repository.Root, "samples", "PostgresSearch", "bin", configuration, "net10.0", "PostgresSearch.dll");
        return CommandRun.RunAsync("dotnet", Repository.Root, new Dictionary<string, string?> { ["DATABASE_URL"] = database }, [sample, .. arguments]);
    }
}
