namespace StructIndex.Tests;

public sealed class GitChangesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Changed_lines_are_those_of_the_working_tree()
    {
        Start(("app/a.py", "one\ntwo\nthree\nfour\n"), ("app/b.py", "one\ntwo\nthree\n"), ("other/c.py", "x\n"));
        _folder.Write("app/a.py", "one\n2\nthree\nfour\n\nfive\n");
        _folder.Write("app/b.py", "one\nthree\n");
        _folder.Write("other/c.py", "y\n");
        _folder.Write("app/new.py", "new\n");
        Assert.Equal("a.py:2-2,6-6 b.py:2-1 new.py:1-2147483647", await ReadAsync("app", "HEAD"));
    }

    [Fact]
    public async Task Lines_that_look_like_heads_of_a_diff_are_lines()
    {
        Start(("a.sql", "select 1\n-- b/x\n++ b/y\n"));
        _folder.Write("a.sql", "-- a/x\n++ b/z\n@@ -1 +1 @@\nselect 1\n");
        Assert.Equal("a.sql:1-3,5-4", await ReadAsync("", "HEAD"));
    }

    [Fact]
    public async Task Renames_are_followed_and_deleted_files_are_named()
    {
        string text = string.Concat(Enumerable.Range(0, 40).Select(line => $"line {line}\n"));
        Start(("old.py", text), ("gone.py", "other\n"), ("moved.py", text.ToUpperInvariant()));
        _folder.Write("new.py", text.Replace("line 7\n", "seven\n", StringComparison.Ordinal));
        _folder.Write("elsewhere.py", text.ToUpperInvariant());
        foreach (string path in (string[])["old.py", "gone.py", "moved.py"])
        {
            File.Delete(_folder.At(path));
        }

        Git.Run(_folder.FullPath, "add", "-A");
        Assert.Equal("new.py:8-8", await ReadAsync("", "HEAD"));
        Assert.Equal(["gone.py"], (await GitChanges.ReadAsync(_folder.FullPath, "HEAD", TestContext.Current.CancellationToken)).Deleted);
    }

    [Fact]
    public async Task A_branch_is_compared_from_where_it_began()
    {
        Start(("a.py", "a\n"), ("b.py", "b\n"));
        Git.Run(_folder.FullPath, "checkout", "-q", "-b", "side");
        Commit(("b.py", "changed on the side\n"));
        Git.Run(_folder.FullPath, "checkout", "-q", "-");
        Commit(("a.py", "changed here\n"));
        Assert.Equal("a.py:1-1", await ReadAsync("", "side"));
    }

    [Fact]
    public async Task Names_that_git_quotes_are_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the names of this test are no names on Windows");
        Start(("tab\tö\"q\\.py", "a\n"), ("with space.py", "a\n"));
        _folder.Write("tab\tö\"q\\.py", "b\n");
        _folder.Write("with space.py", "b\n");
        Assert.Equal("tab\tö\"q\\.py:1-1 with space.py:1-1", await ReadAsync("", "HEAD"));
    }

    [Fact]
    public async Task Files_that_git_takes_for_binary_are_changed_as_a_whole()
    {
        Start(("a.cs", "\0a\n"));
        _folder.Write("a.cs", "\0b\n");
        Assert.Equal("a.cs:1-2147483647", await ReadAsync("", "HEAD"));
    }

    [Fact]
    public async Task Nothing_that_a_repository_names_is_run()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("the programs of this test are shell scripts");
            return;
        }

        Start(("a.py", "a\n"), (".gitattributes", "*.py filter=evil diff=evil\n"));
        string trap = _folder.At("trap.sh"), mark = _folder.At("sprung");
        _folder.Write("trap.sh", $"#!/bin/sh\necho $0 $@ >> '{mark}'\ncat\n");
        File.SetUnixFileMode(trap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (string key in (string[])["filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "diff.evil.textconv", "diff.evil.command", "diff.external", "core.fsmonitor", "core.pager", "pager.diff"])
        {
            Git.Run(_folder.FullPath, "config", key, trap);
        }

        Git.Run(_folder.FullPath, "config", "filter.evil.required", "true");
        File.Copy(trap, _folder.At(".git/hooks/post-index-change"));
        _folder.Write("a.py", "b\n");
        Assert.Contains("a.py:1-1", await ReadAsync("", "HEAD"), StringComparison.Ordinal);
        Assert.False(File.Exists(mark), "a program of the repository was run");
        Git.Run(_folder.FullPath, "config", "--unset", "filter.evil.process");
        Git.Run(_folder.FullPath, "status", "--short");
        Assert.True(File.Exists(mark), "the trap does not work");
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("--output=stolen")]
    public async Task A_revision_that_is_none_throws(string revision)
    {
        Start(("a.py", "a\n"));
        StructIndexException e = await Assert.ThrowsAsync<StructIndexException>(() => GitChanges.ReadAsync(_folder.FullPath, revision, TestContext.Current.CancellationToken));
        Assert.Contains("fatal", e.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("stolen")));
    }

    [Fact]
    public async Task A_folder_outside_any_repository_throws()
    {
        Assert.SkipUnless(Git.IsPresent, "git is not installed");
        StructIndexException e = await Assert.ThrowsAsync<StructIndexException>(() => GitChanges.ReadAsync(_folder.FullPath, "HEAD", TestContext.Current.CancellationToken));
        Assert.Contains("not a git repository", e.Message, StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string folder, string revision)
    {
        GitChanges changes = await GitChanges.ReadAsync(_folder.At(folder), revision, TestContext.Current.CancellationToken);
        return string.Join(' ', changes.Files.Where(file => file.Path != "trap.sh").Select(file => $"{file.Path}:{string.Join(',', file.Lines)}"));
    }

    private void Start(params (string Path, string Text)[] files)
    {
        Assert.SkipUnless(Git.IsPresent, "git is not installed");
        Git.Run(_folder.FullPath, "init", "-q");
        Commit(files);
    }

    private void Commit(params (string Path, string Text)[] files)
    {
        foreach ((string path, string text) in files)
        {
            _folder.Write(path, text);
        }

        Git.Run(_folder.FullPath, "add", "-A");
        Git.Run(_folder.FullPath, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "change");
    }
}
