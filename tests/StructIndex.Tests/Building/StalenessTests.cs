namespace StructIndex.Tests;

/// <summary>Whether a saved index is still that of its folder.</summary>
public class StalenessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_that_were_written_added_or_removed_since_are_listed_and_others_are_not()
    {
        using TemporaryFolder folder = new();
        foreach (string name in new[] { "same.py", "written.py", "gone.py" })
        {
            folder.Write(name, "def load(path): return path\n");
        }

        CodeIndex index = await CodeIndexer.IndexDirectoryAsync(folder.FullPath, cancellationToken: Token);
        DateTime made = DateTime.UtcNow.AddSeconds(1);
        DirectorySource source = new(folder.FullPath);
        AssertEmpty(await index.FindChangesAsync(source, made, Token));

        File.SetLastWriteTimeUtc(folder.At("written.py"), made.AddMinutes(1));
        File.Delete(folder.At("gone.py"));
        folder.Write("new.py", "def fresh(): pass\n");
        folder.Write("new.bin", "not source");
        folder.Write("node_modules/new.js", "function ignored() {}\n");
        foreach (string name in new[] { "new.py", "new.bin", "node_modules/new.js" })
        {
            File.SetLastWriteTimeUtc(folder.At(name), made.AddMinutes(1));
        }

        CodeIndexChange changes = await index.FindChangesAsync(source, made, Token);
        Assert.Equal(["new.py"], changes.Added);
        Assert.Equal(["written.py"], changes.Changed);
        Assert.Equal(["gone.py"], changes.Removed);
        AssertEmpty(await (await CodeIndexer.IndexDirectoryAsync(folder.FullPath, cancellationToken: Token)).FindChangesAsync(source, made.AddMinutes(2), Token));
    }

    private static void AssertEmpty(CodeIndexChange changes) => Assert.Empty(changes.Added.Concat(changes.Changed).Concat(changes.Removed));
}
