using System.Text;

namespace StructIndex.Tests;

public class GitIgnoreTests
{
    private static readonly string[] s_folderNames = ["a", "b", "ab", "foo", "build", "x y", "[c]", "B", "a.cs"];
    private static readonly string[] s_fileNames = ["a.cs", "b.cs", "ab.cs", "foo.cs", "a b.cs", "x.py", "b.py", "!x.cs", "#x.cs", "a-b.cs", "A.cs", "a1.cs", "back\\slash.cs", "a .cs", "cs", "trail .py", "foo.cs.py"];
    private static readonly string[] s_pieces =
    [
        "a", "b", "foo", "build", ".cs", ".py", "*", "*", "**", "?", "/", "/", "/", "[ab]", "[!a]", "[a-f]", "[^b-z]", "[]a]", "[[:alpha:]]", "[[:digit:]]", "[[:nope:]]", "[", "]",
        "\\", "\\*", "\\[", " ", "\\ ", "x y", "!", "#", "-", "[a\\]]", "[\\!a]", "[c]", "cs", "1", "[a-]", "[--0]",
    ];

    private static readonly string[] s_lines =
    [
        "*.cs", "!a.cs", "/a.cs", "build/", "/build/", "**/foo", "foo/**", "a/**/b", "!build/", "*", "!*/", "!*.py", "# note", "\\#x.cs", "\\!x.cs", "a b.cs ", "trail\\ .py", "foo*", "**/a/*.cs",
        "a/", "a/b", "!/a/b/", "**", "**/", "/**", "/*", "!/a", "a/*", "!a/b.cs", "x\\ y/", "foo**/b.cs", "**foo", "a**b.cs", "a\\", "//", "/", "!", "", " ", "a//b", "*/", "*/b.cs", "?.cs", "[", "\\a.cs", "A.cs", "*.cs\r",
        "a.cs/", "*.cs/", "back\\\\slash.cs", "[[]c]/", "foo.cs.*",
    ];

    [Fact]
    public void Files_are_ignored_exactly_as_git_ignores_them()
    {
        Assert.SkipUnless(Git.IsPresent, "git is not installed");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the names of this test are no names on Windows");
        using TemporaryFolder folder = new();
        Git.Run(folder.FullPath, "init", "-q");
        for (int tree = 0; tree < 80; tree++)
        {
            GrowTree(folder, $"t{tree:D3}", new Random(tree));
        }

        int kept = AssertAgreesWithGit(folder);
        int all = DirectoryWalk.Run(folder.FullPath, new SourceOptions { UseGitIgnore = false }, new GlobSet([], []), _ => { }, CancellationToken.None).Count;
        Assert.InRange(kept, all / 5, all * 4 / 5);
    }

    [Fact]
    public async Task The_exclude_file_of_the_repository_counts_least()
    {
        Assert.SkipUnless(Git.IsPresent, "git is not installed");
        using TemporaryFolder folder = new();
        Git.Run(folder.FullPath, "init", "-q");
        folder.Write(".git/info/exclude", "*.cs\nb.py\n/sub/c.py\n");
        folder.Write(".gitignore", "!a.cs\n");
        foreach (string path in new[] { "a.cs", "b.cs", "b.py", "c.py", "sub/a.cs", "sub/b.py", "sub/c.py", "sub/d.py" })
        {
            folder.Write(path, "");
        }

        AssertAgreesWithGit(folder);
        Assert.Equal(["a.cs", "d.py"], (await Reading.OfAsync(new DirectorySource(folder.At("sub")))).Paths);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_git_tracks_is_taken_though_it_is_ignored(int version)
    {
        Assert.SkipUnless(Git.IsPresent, "git is not installed");
        using TemporaryFolder folder = new();
        Git.Run(folder.FullPath, "init", "-q");
        Git.Run(folder.FullPath, "config", "index.version", $"{version}");
        folder.Write(".gitignore", "*.json\nout/\nlocal.cs\n");
        string[] tracked = ["a.cs", "package.json", "pkg/package.json", "pkg/a-file-with-a-long-name.json", "out/kept.cs", "out/deep/kept.cs"];
        foreach (string path in (string[])[.. tracked, "other.json", "out/made.cs", "out/deep/made.cs", "out/none/made.cs", "local.cs"])
        {
            folder.Write(path, "x");
        }

        Git.Run(folder.FullPath, ["add", "-f", .. tracked]);
        if (version == 3)
        {
            // An entry that is only meant to be added has the longer flags.
            folder.Write("later.json", "x");
            Git.Run(folder.FullPath, "add", "-f", "--intent-to-add", "later.json");
            tracked = [.. tracked, "later.json"];
        }

        Assert.Equal(tracked.Order(StringComparer.Ordinal), Walk(folder.FullPath));
        Assert.Equal(["package.json"], Walk(folder.At("pkg")).Where(path => path.StartsWith('p')));
        byte[] index = File.ReadAllBytes(folder.At(".git/index"));
        for (int length = 0; length < index.Length; length += 7)
        {
            File.WriteAllBytes(folder.At(".git/index"), index[..length]);
            Assert.Contains("a.cs", Walk(folder.FullPath));
        }

        static IEnumerable<string> Walk(string root) =>
            DirectoryWalk.Run(root, new SourceOptions(), new GlobSet([], []), _ => { }, CancellationToken.None).Where(path => !path.EndsWith(".gitignore", StringComparison.Ordinal));
    }

    [Fact]
    public void An_index_of_git_that_drops_more_of_a_path_than_there_is_lists_nothing()
    {
        foreach (byte[] dropped in (byte[][])[[1], [6], [0xFF, 0xFF, 0x7F], [0x86, 0xFE, 0xFE, 0xFE, 0x7F], [0x87, 0x80, 0x80, 0x80, 0x00], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [.. Enumerable.Repeat((byte)0x80, 200)]])
        {
            TrackedFiles tracked = Tracked([([0], "a/b.c"), (dropped, "c"), ([0], "d")]);
            Assert.Equal(dropped[0] == 1, tracked.Contains("a/b.c", isFolder: false));
        }
    }

    [Fact]
    public void An_index_of_git_whose_paths_grow_from_entry_to_entry_lists_nothing_and_takes_no_memory()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(Tracked([.. Enumerable.Repeat((new byte[] { 0 }, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/b"), 3_000)]).Contains("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/b", isFolder: false));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
        Assert.False(Tracked([([0], new string('a', 4097))]).Contains(new string('a', 4097), isFolder: false));
        Assert.True(Tracked([([0], new string('a', 4096))]).Contains(new string('a', 4096), isFolder: false));
    }

    // Version 4: each path is the one before without its last bytes, and more.
    private static TrackedFiles Tracked(IReadOnlyList<(byte[] Dropped, string More)> entries)
    {
        using TemporaryFolder folder = new();
        byte[] count = [0, 0, (byte)(entries.Count >> 8), (byte)entries.Count];
        folder.Write(".git/index", (byte[])[.. "DIRC"u8, 0, 0, 0, 4, .. count, .. entries.SelectMany(entry => (byte[])[.. new byte[62], .. entry.Dropped, .. Encoding.UTF8.GetBytes(entry.More), 0]), .. new byte[20]]);
        return TrackedFiles.Of(folder.FullPath);
    }

    [Fact]
    public async Task The_rules_of_the_folders_above_count_up_to_the_repository()
    {
        using TemporaryFolder folder = new();
        folder.Write(".gitignore", "*.cs\n");
        folder.Write("repo/.git/HEAD", "ref: refs/heads/main\n");
        folder.Write("repo/.gitignore", "/src/a.py\nb.py\n/c.py\n");
        folder.Write("repo/src/.gitignore", "!b.py\n");
        foreach (string name in new[] { "a.py", "b.py", "c.py", "d.cs" })
        {
            folder.Write($"repo/src/{name}", "");
        }

        Assert.Equal(["b.py", "c.py", "d.cs"], (await Reading.OfAsync(new DirectorySource(folder.At("repo/src")))).Paths);
    }

    [Fact]
    public async Task A_repository_inside_another_has_its_own_rules_alone()
    {
        using TemporaryFolder folder = new();
        folder.Write(".git/HEAD", "");
        folder.Write(".gitignore", "*.py\n");
        folder.Write("module/.git", "gitdir: ../.git/modules/module\n");
        folder.Write(".git/modules/module/info/exclude", "secret.py\n");
        folder.Write("module/.gitignore", "/b.py\n");
        foreach (string path in new[] { "a.py", "module/a.py", "module/b.py", "module/secret.py", "module/sub/b.py" })
        {
            folder.Write(path, "");
        }

        Assert.Equal(["module/a.py", "module/sub/b.py"], (await Reading.OfAsync(new DirectorySource(folder.FullPath))).Paths);
    }

    [Theory]
    [InlineData("//server/share", null)]
    [InlineData(@"\\server\share", null)]
    [InlineData("git", "//server/share")]
    public async Task A_git_folder_on_another_machine_is_not_looked_for(string folderOfGit, string? common)
    {
        using TemporaryFolder folder = new();
        folder.Write(".git", $"gitdir: {folderOfGit}\n");
        folder.Write("git/commondir", common ?? "");
        folder.Write("a.py", "a = 1\n");
        Reading reading = await Reading.OfAsync(new DirectorySource(folder.FullPath));
        Assert.Equal(["a.py"], reading.Paths);
        Assert.Equal(".git", Assert.Single(reading.Failures).Path);
    }

    [Fact]
    public async Task A_folder_that_is_asked_for_is_read_though_it_is_ignored_itself()
    {
        using TemporaryFolder folder = new();
        folder.Write(".git/HEAD", "");
        folder.Write(".gitignore", "/build/\n*.tmp.py\n");
        folder.Write("build/a.py", "");
        folder.Write("build/b.tmp.py", "");
        Assert.Equal(["a.py"], (await Reading.OfAsync(new DirectorySource(folder.At("build")))).Paths);
        Assert.Empty((await Reading.OfAsync(new DirectorySource(folder.FullPath))).Paths);
    }

    [Fact]
    public async Task Ignore_files_can_be_left_aside()
    {
        using TemporaryFolder folder = new();
        folder.Write(".git/HEAD", "");
        folder.Write(".gitignore", "*.py\n");
        folder.Write("a.py", "");
        Assert.Equal(["a.py"], (await Reading.OfAsync(new DirectorySource(folder.FullPath, new SourceOptions { UseGitIgnore = false }))).Paths);
    }

    [Fact]
    public async Task Ignore_files_count_without_a_repository_and_with_a_byte_order_mark()
    {
        using TemporaryFolder folder = new();
        folder.Write(".gitignore", [0xEF, 0xBB, 0xBF, .. "a.py\r\n"u8, .. "b.py\r\n"u8]);
        folder.Write("a.py", "");
        folder.Write("b.py", "");
        folder.Write("c.py", "");
        Assert.Equal(["c.py"], (await Reading.OfAsync(new DirectorySource(folder.FullPath))).Paths);
    }

    [Theory]
    [InlineData("*a*a*a*a*a*a*a*a*a*a*a*a*b")]
    [InlineData("**/a/**/a/**/a/**/a/**/a/**/a/**/b")]
    [InlineData("**/*a*/**/*a*/**/*a*/**/*a*/**/*a*/**/b")]
    public void Stars_cost_no_more_than_pattern_times_path(string pattern) =>
        Assert.False(Wildcards.IsMatch(pattern, string.Concat(Enumerable.Repeat("aaaaaaaaaa/a/", 2000))));

    private static int AssertAgreesWithGit(TemporaryFolder folder)
    {
        string listed = Git.Run(folder.FullPath, "ls-files", "-z", "--others", "--exclude-standard");
        string[] expected = [.. listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(path => !path.EndsWith(".gitignore", StringComparison.Ordinal) && LanguageCatalog.MayBeKnown(path)).Order(StringComparer.Ordinal)];
        List<string> found = DirectoryWalk.Run(folder.FullPath, new SourceOptions(), new GlobSet([], []), failure => Assert.Fail(failure.ToString()), CancellationToken.None);
        string[] wrong = [.. found.Except(expected).Select(path => $"not ignored: {path}"), .. expected.Except(found).Select(path => $"ignored: {path}")];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Take(20).Select(line => $"{line}\n{Rules(folder, line)}")));
        Assert.Equal(expected, found);
        return expected.Length;
    }

    private static string Rules(TemporaryFolder folder, string line)
    {
        StringBuilder rules = new();
        string path = line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        for (int slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            string file = folder.At(path[..slash] + "/.gitignore");
            rules.Append(File.Exists(file) ? $"  {path[..slash]}: {File.ReadAllText(file).Replace("\n", " | ", StringComparison.Ordinal)}\n" : "");
        }

        return rules.ToString();
    }

    private static void GrowTree(TemporaryFolder folder, string path, Random random, int depth = 0)
    {
        if (random.Next(3) > 0 || depth == 0)
        {
            folder.Write($"{path}/.gitignore", string.Join('\n', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Rule(random))) + (random.Next(2) == 0 ? "\n" : ""));
        }

        foreach (string name in s_fileNames.Where(_ => random.Next(4) == 0))
        {
            folder.Write($"{path}/{name}", "");
        }

        foreach (string name in s_folderNames.Where(name => depth < 2 && random.Next(5) == 0 && !File.Exists(folder.At($"{path}/{name}"))))
        {
            GrowTree(folder, $"{path}/{name}", random, depth + 1);
        }
    }

    private static string Rule(Random random) => random.Next(2) == 0
        ? s_lines[random.Next(s_lines.Length)]
        : string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
}
