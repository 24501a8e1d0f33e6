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

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, false)]
    [InlineData(7, true)]
    [InlineData(8, true)]
    public async Task An_index_that_is_saved_and_loaded_before_each_update_equals_one_built_anew(int seed, bool csharpAlone)
    {
        using TemporaryFolder folder = new(), saved = new();
        RandomCodeBase code = new(folder.FullPath, seed, csharpAlone ? 8 : 26, csharpAlone ? ["csharp"] : []);
        string file = saved.At("code.index");
        CodeIndex index = await Builder().BuildAsync(new DirectorySource(folder.FullPath), cancellationToken: TestContext.Current.CancellationToken);
        List<string> changes = [];
        for (int step = 0; step < 8; step++)
        {
            // Every third time two updates follow one load: what is kept in the process and what was loaded go together.
            if (step % 3 < 2)
            {
                Assert.True(await Builder().SaveAsync(index, file, TestContext.Current.CancellationToken));
                index = await Builder().LoadAsync(file, TestContext.Current.CancellationToken);
            }

            for (int change = step % 3; change >= 0; change--)
            {
                changes.Add(code.Change());
            }

            index = await Builder().UpdateAsync(index, new DirectorySource(folder.FullPath), cancellationToken: TestContext.Current.CancellationToken);
            CodeIndex anew = await CodeIndexer.IndexDirectoryAsync(folder.FullPath, cancellationToken: TestContext.Current.CancellationToken);
            await IndexComparison.AssertEqualAsync(anew, index, string.Join('\n', changes));
        }

    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(11, true)]
    public async Task An_index_of_another_copy_of_the_folder_updated_equals_one_built_anew(int seed, bool csharpAlone)
    {
        using TemporaryFolder folder = new(), copy = new(), saved = new();
        RandomCodeBase code = new(folder.FullPath, seed, csharpAlone ? 8 : 26, csharpAlone ? ["csharp"] : []);
        string file = saved.At("code.index");
        List<string> changes = [];
        for (int step = 0; step < 4; step++)
        {
            Assert.True(await Builder().SaveAsync(await Builder().BuildAsync(new DirectorySource(folder.FullPath), cancellationToken: TestContext.Current.CancellationToken), file, TestContext.Current.CancellationToken));
            for (int change = step; change > 0; change--)
            {
                changes.Add(code.Change());
            }

            string to = copy.At($"{step}");
            foreach (string path in Directory.EnumerateFiles(folder.FullPath, "*", SearchOption.AllDirectories))
            {
                string target = Path.Combine(to, Path.GetRelativePath(folder.FullPath, path));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(path, target);
            }

            DirectorySource source = new(to);
            CodeIndex index = await Builder().UpdateAsync(await Builder().LoadAsync(file, source, TestContext.Current.CancellationToken), source, cancellationToken: TestContext.Current.CancellationToken);
            await IndexComparison.AssertEqualAsync(await CodeIndexer.IndexDirectoryAsync(to, cancellationToken: TestContext.Current.CancellationToken), index, string.Join('\n', changes));
            Assert.True(await Builder().SaveAsync(index, file, TestContext.Current.CancellationToken));
            CodeIndex again = await Builder().LoadAsync(file, TestContext.Current.CancellationToken);
            await IndexComparison.AssertEqualAsync(index, await Builder().UpdateAsync(again, source, cancellationToken: TestContext.Current.CancellationToken), "saved and loaded");
        }
    }

    private static CodeIndexBuilder Builder() => CodeIndexer.CreateBuilder(new CodeIndexOptions { KeepForUpdates = true });
}
