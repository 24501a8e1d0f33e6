namespace StructIndex.Tests;

public class StaleFilesTests
{
    [Fact]
    public async Task Files_written_since_a_saved_index_was_made_are_said_where_their_folder_is_known()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.py", "def load(path): return path\n");
        folder.Write("b.py", "def save(path): return path\n");
        string index = folder.At("code.index");
        Assert.Equal(0, (await ToolRun.RunAsync("index", folder.FullPath, "-o", index)).ExitCode);
        Assert.Empty((await ToolRun.RunAsync("search", index, "load")).Error);

        File.SetLastWriteTimeUtc(folder.At("b.py"), DateTime.UtcNow.AddMinutes(1));
        ToolRun stale = await ToolRun.RunAsync("search", index, "load");
        Assert.Equal("structindex: 1 of 2 files have been written since code.index was made (b.py); what is shown is as it was then\n", stale.Error);
        Assert.Equal(0, stale.ExitCode);

        folder.Write("c.py", "def other(path): return path\n");
        File.SetLastWriteTimeUtc(folder.At("c.py"), DateTime.UtcNow.AddMinutes(1));
        Assert.Equal("structindex: 1 of 2 files have been written since code.index was made (b.py), 1 is new (c.py); what is shown is as it was then\n", (await ToolRun.RunAsync("search", index, "load")).Error);

        // Elsewhere nobody knows which folder it was made of.
        Directory.CreateDirectory(folder.At("away"));
        File.Move(index, folder.At("away/code.index"));
        Assert.Empty((await ToolRun.RunAsync("search", folder.At("away/code.index"), "load")).Error);
    }
}
