namespace StructIndex.Tests;

public class CorpusMinerTests
{
    private const string Module = """
        '''Adds and removes things in a shop of things.'''

        class Basket:
            '''Holds the things that a customer wants to buy.'''

            limit = 100

            def add(self, thing):
                '''Puts a thing into the basket, unless it is there.

                :param thing: the thing
                '''
                if thing not in self.things:
                    self.things.append(thing)
                return self

        def test_add():
            '''Tests that a thing can be added.'''
            basket = Basket()
            basket.add(1)
            assert basket

        def short():
            '''Does very little for you.'''
            return 1

        def undocumented():
            a = 1
            b = 2
            return a + b
        """;

    [Fact]
    public async Task Functions_types_and_files_are_mined_with_their_documentation_taken_out_of_the_code()
    {
        using TemporaryFolder folder = new();
        folder.Write("shop/basket.py", Module);
        MiningReport report = await Mine(folder, ["shop"]);
        Assert.Equal("shop", Assert.Single(report.Packages).Name);
        Assert.Equal(1, report.Pairs[("python", PairKind.Function, CorpusSplit.Train)]);
        Assert.Equal(1, report.Pairs[("python", PairKind.Type, CorpusSplit.Train)]);
        Assert.Equal(1, report.Pairs[("python", PairKind.File, CorpusSplit.Train)]);
        Assert.Equal(1, report.Dropped["ShortCode"]);
        Assert.Equal(1, report.Dropped["Role"]);

        (string[] name, string[] body, string[] sentence) = Words(folder, PairKind.Function);
        Assert.Equal(["add"], name);
        Assert.Contains("append", body);
        Assert.DoesNotContain("unless", body);
        Assert.Equal(["puts", "a", "thing", "into", "the", "basket", "unless", "it", "is", "there"], sentence);
    }

    [Fact]
    public async Task Copies_and_code_of_evaluation_sets_are_left_out_and_held_out_projects_keep_theirs()
    {
        using TemporaryFolder folder = new();
        folder.Write("aaa/copy.py", Module);
        folder.Write("python3-held/basket.py", Module);
        folder.Write("judged/set.jsonl", """{"text":"def secret(self, key):\n    a = key\n    b = a\n    return b"}""");
        folder.Write("zzz/leak.py", "def secret(self, key):\n    '''Finds the secret of a key.'''\n    a = key\n    b = a\n    return b\n");
        MiningReport report = await Mine(folder, ["aaa", "python3-held", "zzz"], new MiningOptions
        {
            HeldOut = new Dictionary<string, CorpusSplit>(StringComparer.Ordinal) { ["held"] = CorpusSplit.Test },
            LeakCheck = [Path.Combine(folder.FullPath, "judged/set.jsonl")],
        });
        Assert.Equal(3, report.Total);
        Assert.All(report.Pairs.Keys, key => Assert.Equal(CorpusSplit.Test, key.Split));
        Assert.Equal(3, report.Dropped["Duplicate"]);
        Assert.Equal(1, report.Dropped["Leak"]);
    }

    [Fact]
    public async Task Excluded_projects_stay_out_as_packages_and_as_folders_inside_others()
    {
        using TemporaryFolder folder = new();
        folder.Write("python3-basket/basket.py", Module);
        folder.Write("other/src/Basket/basket.py", Module);
        MiningReport report = await Mine(folder, ["python3-basket", "other"], new MiningOptions { ExcludedProjects = ["basket"] });
        Assert.Equal(0, report.Total);
    }

    [Fact]
    public async Task A_package_gives_no_more_than_its_share()
    {
        using TemporaryFolder folder = new();
        for (int i = 0; i < 10; i++)
        {
            folder.Write($"big/part{i}.py", $"def work{i}(a):\n    '''Works on the number {"abcdefghij"[i]}{"klmnopqrst"[i]} of all.'''\n    b{i} = a\n    c{i} = b{i}\n    return c{i}\n");
        }

        Assert.Equal(4, (await Mine(folder, ["big"], new MiningOptions { MaxPairsPerPackage = 4 })).Total);
    }

    [Fact]
    public async Task The_same_folders_give_the_same_bytes_whatever_the_number_of_threads()
    {
        using TemporaryFolder folder = new();
        for (int i = 0; i < 6; i++)
        {
            folder.Write($"p{i}/basket.py", Module.Replace("append", $"append{"abcdef"[i]}", StringComparison.Ordinal));
        }

        string[] packages = ["p0", "p1", "p2", "p3", "p4", "p5"];
        await Mine(folder, packages, new MiningOptions { Threads = 1 });
        byte[] one = File.ReadAllBytes(Path.Combine(folder.FullPath, "out.pairs"));
        await Mine(folder, packages, new MiningOptions { Threads = 3 });
        Assert.Equal(one, File.ReadAllBytes(Path.Combine(folder.FullPath, "out.pairs")));
    }

    [Fact]
    public async Task A_cancelled_run_leaves_no_file()
    {
        using TemporaryFolder folder = new();
        folder.Write("shop/basket.py", Module);
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CorpusMiner.MineAsync(
            [Path.Combine(folder.FullPath, "shop")], Path.Combine(folder.FullPath, "out.pairs"), [new TreeSitterParser()], cancellationToken: stop.Token));
        Assert.Empty(Directory.GetFiles(folder.FullPath));
    }

    [Fact]
    public void Assemblies_are_mined_by_what_their_methods_name()
    {
        using TemporaryFolder folder = new();
        File.Copy(typeof(CodeUnit).Assembly.Location, folder.At("StructIndex.Core.dll"));
        folder.Write("StructIndex.Core.xml", """
            <?xml version="1.0"?>
            <doc><members>
              <member name="T:StructIndex.SourceFile"><summary>One source file: its text and its language.</summary></member>
              <member name="M:StructIndex.SourceFile.LineAt(System.Int32)"><summary>The line that holds the character at <paramref name="offset"/>.</summary></member>
              <member name="M:StructIndex.SourceFile.Gone(System.Int32)"><summary>No such member exists in it.</summary></member>
            </members></doc>
            """);
        PackagePairs pairs = new(new CorpusPackage("core", ""));
        AssemblyMiner.Mine(folder.FullPath, pairs, TestContext.Current.CancellationToken);
        DocumentedCode[] all = [.. pairs.Files.SelectMany(f => f)];
        Assert.Equal(0, pairs.Failures);
        DocumentedCode lineAt = Assert.Single(all, p => p.Fields.Name == "LineAt");
        Assert.Equal("StructIndex.SourceFile", lineAt.Fields.Container);
        Assert.Equal("int LineAt(int offset)", lineAt.Fields.Signature);
        Assert.Equal("The line that holds the character at offset.", lineAt.Documentation);
        Assert.Equal(2, all.Length);
        Assert.Contains("Array.BinarySearch", lineAt.Fields.Body, StringComparison.Ordinal);
        DocumentedCode type = Assert.Single(all, p => p is { Kind: PairKind.Type, Fields.Name: "SourceFile" });
        Assert.Contains("int LineAt(int offset)", type.Fields.Body, StringComparison.Ordinal);
    }

    private static Task<MiningReport> Mine(TemporaryFolder folder, string[] packages, MiningOptions? options = null) =>
        CorpusMiner.MineAsync(
            [.. packages.Select(p => Path.Combine(folder.FullPath, p))],
            Path.Combine(folder.FullPath, "out.pairs"),
            [new TreeSitterParser()],
            options ?? new MiningOptions { HeldOutShare = 0 },
            cancellationToken: TestContext.Current.CancellationToken);

    private static (string[] Name, string[] Body, string[] Sentence) Words(TemporaryFolder folder, PairKind kind)
    {
        CorpusReader corpus = new(Path.Combine(folder.FullPath, "out.pairs"));
        CorpusRecord record = corpus.Read().First(r => r.Head.Kind == kind);
        string[] Field(int field) => [.. record.Words(field).ToArray().Select(w => corpus.Words[w].Token.ToString())];
        return (Field(0), Field(4), Field(5));
    }
}
