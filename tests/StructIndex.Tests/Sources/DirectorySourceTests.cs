using System.Diagnostics;
using System.Runtime.InteropServices;

namespace StructIndex.Tests;

public sealed class DirectorySourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_come_in_ordinal_order_of_their_paths()
    {
        string[] paths = ["B.cs", "a-b.cs", "a.cs", "a/b.cs", "a/b/c.cs", "a0.cs", "a_.cs", "b.cs", "é.cs"];
        foreach (string path in paths.Reverse())
        {
            _folder.Write(path, "class C;");
        }

        Reading reading = await ReadAsync();
        Assert.Equal(paths.Order(StringComparer.Ordinal), reading.Paths);
        Assert.All(reading.Files, file => Assert.True(File.Exists(file.FullPath)));
        Assert.Equal(_folder.FullPath, new DirectorySource(_folder.FullPath + Path.DirectorySeparatorChar).RootDirectory);
    }

    [Fact]
    public async Task Many_files_keep_their_order_and_their_text()
    {
        for (int i = 0; i < 300; i++)
        {
            _folder.Write($"{i % 7}/{i:D3}.py", $"x = {i}");
        }

        Reading first = await ReadAsync(), second = await ReadAsync();
        Assert.Equal(first.Paths.Order(StringComparer.Ordinal), first.Paths);
        Assert.All(first.Files, file => Assert.Equal($"x = {int.Parse(file.Path[2..5])}", file.Text));
        Assert.Equal(first.Files.Select(file => file.Path + file.Text), second.Files.Select(file => file.Path + file.Text));
    }

    [Fact]
    public async Task An_empty_folder_gives_nothing()
    {
        Reading reading = await ReadAsync();
        Assert.Empty(reading.Files);
        Assert.Empty(reading.Failures);
    }

    [Fact]
    public async Task Files_of_no_known_language_are_passed_over_in_silence()
    {
        _folder.Write("picture.png", [1, 0, 2]);
        _folder.Write("LICENSE", "You may.");
        _folder.Write("program", [0x7F, (byte)'E', (byte)'L', (byte)'F', 0]);
        _folder.Write("run", "#!/usr/bin/env python3\nprint()");
        Reading reading = await ReadAsync();
        Assert.Equal("python", Assert.Single(reading.Files).Language);
        Assert.Empty(reading.Failures);
    }

    [Fact]
    public async Task Globs_choose_the_files()
    {
        foreach (string path in new[] { "src/a.cs", "src/a.py", "src/gen/b.cs", "tests/c.cs" })
        {
            _folder.Write(path, "");
        }

        Assert.Equal(["src/a.cs"], (await ReadAsync(new SourceOptions { Include = ["*.cs"], Exclude = ["tests", "src/gen/**"] })).Paths);
    }

    [Theory]
    [InlineData(".git .hg .svn .jj")]
    [InlineData("node_modules bower_components")]
    [InlineData("__pycache__ .venv .tox .nox .mypy_cache")]
    [InlineData(".gradle .terraform")]
    [InlineData(".vs .idea")]
    public async Task Folders_that_tools_keep_for_themselves_are_not_entered_at_any_depth(string names)
    {
        foreach (string name in names.Split(' '))
        {
            _folder.Write($"{name}/a.py", "");
            _folder.Write($"modules/{name}/b/a.py", "");
            _folder.Write($"near/x{name}/a.py", "");
        }

        Assert.Equal(names.Split(' ').Select(name => $"near/x{name}/a.py").Order(StringComparer.Ordinal), (await ReadAsync()).Paths);
    }

    [Fact]
    public async Task Folders_of_package_managers_are_not_entered()
    {
        foreach (string path in new[] { "node_modules/x/a.js", "src/node_modules/a.js", ".git/hooks/a.py", "lib/__pycache__/a.py", ".github/a.yml", "bin/a.js", "vendor/a.js" })
        {
            _folder.Write(path, "");
        }

        Assert.Equal([".github/a.yml", "bin/a.js", "vendor/a.js"], (await ReadAsync()).Paths);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_reported_and_the_run_goes_on()
    {
        _folder.Write("good.py", "x = 1");
        _folder.Write("large.py", string.Concat(Enumerable.Repeat("x = 1\n", 400)));
        _folder.Write("video.ts", [0x47, 0, 0x11]);
        _folder.Write("app.min.js", "f()");
        _folder.Write("squeezed.js", string.Concat(Enumerable.Repeat("a=1;", 1000)));
        _folder.Write("folder.cs/inner.py", "y = 2");
        Reading reading = await ReadAsync(new SourceOptions { MaxFileBytes = 5000 });
        Assert.Equal(["folder.cs/inner.py", "good.py", "large.py"], reading.Paths);
        Assert.Equal(
            [("app.min.js", FileFailureKind.Minified), ("squeezed.js", FileFailureKind.Minified), ("video.ts", FileFailureKind.Binary)],
            reading.Failures.Select(failure => (failure.Path, failure.Kind)));

        reading = await ReadAsync(new SourceOptions { MaxFileBytes = 1999 });
        Assert.Contains(reading.Failures, failure => failure is { Path: "large.py", Kind: FileFailureKind.TooLarge });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SourceOptions { MaxFileBytes = 0 });
    }

    [Fact]
    public async Task A_line_of_50_megabytes_costs_neither_time_nor_memory()
    {
        _folder.Write("line.js", new byte[50_000_000]);
        _folder.Write("a.js", "f()");
        long before = GC.GetTotalAllocatedBytes();
        Reading reading = await ReadAsync();
        Assert.Equal(["a.js"], reading.Paths);
        Assert.Equal(FileFailureKind.TooLarge, Assert.Single(reading.Failures).Kind);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 20_000_000);
    }

    [Fact]
    public async Task A_file_that_grows_while_it_is_read_stays_within_the_limit()
    {
        _folder.Write("log.txt", new string('a', 100_000));
        using CancellationTokenSource stop = new();
        Task growing = Task.Run(
            () =>
            {
                using FileStream stream = new(_folder.At("log.txt"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                for (int i = 0; i < 2000 && !stop.IsCancellationRequested; i++)
                {
                    stream.Write(new byte[10_000].AsSpan());
                    stream.Flush();
                }
            },
            TestContext.Current.CancellationToken);
        for (int i = 0; i < 50; i++)
        {
            Reading reading = await ReadAsync(new SourceOptions { MaxFileBytes = 1_000_000 });
            Assert.Equal(1, reading.Files.Count + reading.Failures.Count);
            Assert.All(reading.Files, file => Assert.InRange(file.Text.Length, 0, 1_000_000));
        }

        await stop.CancelAsync();
        await growing;
    }

    [Fact]
    public async Task A_file_that_vanishes_is_reported()
    {
        for (int i = 0; i < 600; i++)
        {
            _folder.Write($"{i:D3}.py", "x = 1");
        }

        List<FileFailure> failures = [];
        List<string> paths = [];
        await foreach (SourceFile file in new DirectorySource(_folder.FullPath).ReadAsync(failures.Add, TestContext.Current.CancellationToken))
        {
            if (paths.Count == 0)
            {
                File.Delete(_folder.At("599.py"));
            }

            paths.Add(file.Path);
        }

        Assert.Equal(600, paths.Count + failures.Count);
        Assert.All(failures, failure => Assert.Equal(("599.py", FileFailureKind.Unreadable), (failure.Path, failure.Kind)));
    }

    [Fact]
    public async Task Links_are_not_followed_and_loops_are_reported()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using TemporaryFolder outside = new();
        outside.Write("secret.py", "");
        _folder.Write("src/a.py", "");
        Directory.CreateSymbolicLink(_folder.At("src/up"), _folder.FullPath);
        Directory.CreateSymbolicLink(_folder.At("src/here"), ".");
        Directory.CreateSymbolicLink(_folder.At("again"), "src");
        File.CreateSymbolicLink(_folder.At("b.py"), "src/a.py");
        Directory.CreateSymbolicLink(_folder.At("out"), outside.FullPath);
        File.CreateSymbolicLink(_folder.At("out.py"), outside.At("secret.py"));
        File.CreateSymbolicLink(_folder.At("gone.py"), "nowhere.py");
        File.CreateSymbolicLink(_folder.At("circle.py"), "circle2.py");
        File.CreateSymbolicLink(_folder.At("circle2.py"), "circle.py");
        Reading reading = await ReadAsync();
        Assert.Equal(["src/a.py"], reading.Paths);
        Assert.Equal(
            ["circle.py LinkLoop", "circle2.py LinkLoop", "gone.py Unreadable", "out Unreadable", "out.py Unreadable", "src/here LinkLoop", "src/up LinkLoop"],
            reading.Failures.Select(failure => $"{failure.Path} {failure.Kind}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_root_may_itself_be_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        _folder.Write("real/a.py", "");
        File.CreateSymbolicLink(_folder.At("real/b.py"), "a.py");
        Directory.CreateSymbolicLink(_folder.At("link"), "real");
        Reading reading = await Reading.OfAsync(new DirectorySource(_folder.At("link")));
        Assert.Equal(["a.py"], reading.Paths);
        Assert.Empty(reading.Failures);
    }

    [Fact]
    public async Task Pipes_are_reported_and_never_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs mkfifo");
        using Process make = Process.Start("mkfifo", [_folder.At("pipe.py"), _folder.At("pipe"), _folder.At(".gitignore")]);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        _folder.Write("a.py", "");
        Reading reading = await ReadAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(["a.py"], reading.Paths);
        Assert.Equal([".gitignore", "pipe.py"], reading.Failures.Select(failure => failure.Path));
        Assert.All(reading.Failures, failure => Assert.Equal(FileFailureKind.Unreadable, failure.Kind));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Files_and_folders_without_permission_are_reported()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows() && geteuid() != 0, "the superuser may read everything");
        _folder.Write("a.py", "");
        _folder.Write("b.py", "x");
        _folder.Write("sub/c.py", "");
        File.SetUnixFileMode(_folder.At("b.py"), UnixFileMode.None);
        File.SetUnixFileMode(_folder.At("sub"), UnixFileMode.None);
        try
        {
            Reading reading = await ReadAsync();
            Assert.Equal(["a.py"], reading.Paths);
            Assert.Equal(["b.py", "sub"], reading.Failures.Select(failure => failure.Path).Order(StringComparer.Ordinal));
        }
        finally
        {
            File.SetUnixFileMode(_folder.At("sub"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        [DllImport("libc")]
        static extern uint geteuid();
    }

    [Fact]
    public async Task A_locked_file_is_reported()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), "only Windows locks files against readers");
        _folder.Write("a.py", "x");
        using FileStream locked = new(_folder.At("a.py"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(FileFailureKind.Unreadable, Assert.Single((await ReadAsync()).Failures).Kind);
    }

    [Theory]
    [InlineData("a.g.cs", "class A;", true)]
    [InlineData("Form1.Designer.cs", "class A;", true)]
    [InlineData("x_pb2.py", "", true)]
    [InlineData("package-lock.json", "{}", true)]
    [InlineData("a.cs", "// <auto-generated />\nclass A;", true)]
    [InlineData("a.go", "// Licence\n\n// Code generated by stringer; DO NOT EDIT.\npackage a", true)]
    [InlineData("a.js", "/**\n * @generated SignedSource\n */", true)]
    [InlineData("a.py", "# This file was automatically generated by x.", true)]
    [InlineData("gen.py", "print('// Code generated by gen.py. DO NOT EDIT.')", false)]
    [InlineData("a.cs", "class A { string s = \"<auto-generated\"; }", false)]
    [InlineData("b.py", "# The id is automatically generated by the server.", false)]
    [InlineData("a.md", "We do not edit generated files.", false)]
    public async Task Generated_files_are_taken_and_marked(string path, string text, bool isGenerated)
    {
        _folder.Write(path, text);
        Assert.Equal(isGenerated, Assert.Single((await ReadAsync()).Files).IsGenerated);
    }

    [Fact]
    public async Task Code_around_a_large_literal_is_not_minified_and_prose_never_is()
    {
        string code = string.Concat(Enumerable.Range(0, 100).Select(i => $"def function_{i}(argument):\n    return argument + {i}\n"));
        _folder.Write("a.py", code + "DATA = '" + new string('x', 20_000) + "'\n");
        _folder.Write("b.md", new string('x', 20_000));
        Assert.Equal(["a.py", "b.md"], (await ReadAsync()).Paths);
    }

    [Fact]
    public async Task Cancellation_stops_the_reading()
    {
        for (int i = 0; i < 400; i++)
        {
            _folder.Write($"{i}.py", "");
        }

        using CancellationTokenSource cancellation = new();
        int read = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (SourceFile file in new DirectorySource(_folder.FullPath).ReadAsync(_ => { }, cancellation.Token))
            {
                read++;
                await cancellation.CancelAsync();
            }
        });
        Assert.InRange(read, 1, 2);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Reading.OfAsync(new DirectorySource(_folder.FullPath), cancellation.Token));
    }

    [Fact]
    public async Task A_reader_may_stop_early()
    {
        for (int i = 0; i < 400; i++)
        {
            _folder.Write($"{i}.py", "");
        }

        await foreach (SourceFile file in new DirectorySource(_folder.FullPath).ReadAsync(_ => { }, TestContext.Current.CancellationToken))
        {
            Assert.Equal("0.py", file.Path);
            break;
        }
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        Assert.Equal("path", Assert.Throws<ArgumentException>(() => new DirectorySource(_folder.At("nowhere"))).ParamName);
        Assert.Equal("path", Assert.Throws<ArgumentNullException>(() => new DirectorySource(null!)).ParamName);
        _folder.Write("a.py", "");
        Assert.Equal("path", Assert.Throws<ArgumentException>(() => new DirectorySource(_folder.At("a.py"))).ParamName);
        Assert.Equal("options", Assert.Throws<ArgumentException>(() => new DirectorySource(_folder.FullPath, new SourceOptions { Exclude = ["["] })).ParamName);
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => new DirectorySource(_folder.FullPath, new SourceOptions { Include = [null!] })).ParamName);
        Assert.Throws<ArgumentNullException>(() => new SourceOptions { Include = null! });
    }

    private Task<Reading> ReadAsync(SourceOptions? options = null) => Reading.OfAsync(new DirectorySource(_folder.FullPath, options));
}
