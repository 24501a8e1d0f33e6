namespace StructIndex.Tests;

/// <summary>An updated index is byte for byte the index built anew.</summary>
public class UpdateLawTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public async Task An_index_updated_after_each_of_many_random_changes_equals_one_built_anew(int seed, bool csharpAlone)
    {
        using TemporaryFolder folder = new();
        RandomCodeBase code = new(folder.FullPath, seed, csharpAlone ? 8 : 26, csharpAlone ? ["csharp"] : []);
        CodeIndexBuilder updater = CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });
        CodeIndex index = await updater.BuildAsync(new DirectorySource(folder.FullPath), cancellationToken: TestContext.Current.CancellationToken);
        List<string> changes = [];
        for (int step = 0; step < 8; step++)
        {
            for (int change = step % 3; change >= 0; change--)
            {
                changes.Add(code.Change());
            }

            index = await updater.UpdateAsync(index, new DirectorySource(folder.FullPath), cancellationToken: TestContext.Current.CancellationToken);
            CodeIndex anew = await CodeIndexer.IndexDirectoryAsync(folder.FullPath, cancellationToken: TestContext.Current.CancellationToken);
            await IndexComparison.AssertEqualAsync(anew, index, string.Join('\n', changes));
        }

        Assert.NotEmpty(index.Graph.Edges);
    }
}
