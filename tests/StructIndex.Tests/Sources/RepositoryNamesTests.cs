namespace StructIndex.Tests;

/// <summary>What tells folders of one repository.</summary>
public class RepositoryNamesTests
{
    [Fact]
    public void Worktrees_and_clones_have_a_name_in_common_and_other_repositories_none()
    {
        Assert.SkipUnless(Git.IsPresent, "git is not installed");
        using TemporaryFolder folder = new();
        folder.Write("first/lib/a.py", "def first(): pass\n");
        folder.Write("other/lib/a.py", "def first(): pass\n");
        foreach (string repository in (string[])["first", "other"])
        {
            Git.Run(folder.At(repository), "init", "-q");
            Git.Run(folder.At(repository), "add", ".");
            Git.Run(folder.At(repository), "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "first");
        }

        Git.Run(folder.At("first"), "worktree", "add", "-q", folder.At("tree"));
        Git.Run(folder.FullPath, "clone", "-q", folder.At("first"), folder.At("clone"));
        Git.Run(folder.FullPath, "clone", "-q", folder.At("first"), folder.At("second"));
        Git.Run(folder.At("second"), "remote", "set-url", "origin", folder.At("first") + ".git");
        string[] names = Names("first");
        Assert.All((string[])["tree", "clone", "second"], copy => Assert.NotEmpty(Names(copy).Intersect(names)));
        Assert.Empty(Names("other").Intersect(names));
        Assert.NotEmpty(Names("clone/lib").Intersect(Names("tree/lib")));
        Assert.Empty(Names("clone/lib").Intersect(Names("tree")));

        string[] Names(string path) => [.. new DirectorySource(folder.At(path)).GetRepositoryNames()];
    }

    [Theory]
    [InlineData("")]
    [InlineData("gitdir: //server/share")]
    [InlineData("gitdir: nowhere")]
    [InlineData("nonsense")]
    public void A_file_in_place_of_the_repository_that_leads_nowhere_is_no_failure(string link)
    {
        using TemporaryFolder folder = new();
        folder.Write("a.py", "def first(): pass\n");
        folder.Write(".git", link);
        Assert.Equal(link == "gitdir: nowhere" ? [folder.At("nowhere") + " ."] : (string[])[], new DirectorySource(folder.FullPath).GetRepositoryNames());
    }

    [Fact]
    public void The_address_is_that_of_origin_alone()
    {
        using TemporaryFolder folder = new();
        folder.Write(".git/config", "[core]\n\turl = no\n[remote \"fork\"]\n\turl = https://example.org/fork.git\n[remote \"origin\"]\n\tfetch = x\n\turl = https://example.org/it.git\n");
        Assert.Equal([folder.FullPath + " .", "https://example.org/it ."], new DirectorySource(folder.FullPath).GetRepositoryNames());
    }
}
