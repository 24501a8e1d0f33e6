using System.Diagnostics;

namespace StructIndex.Tests;

/// <summary>Project files that would stop a careless reader: each is a failure of that file, and the sources are indexed all the same.</summary>
public sealed class HostileProjectTests : IDisposable
{
    private const string Sdk = "<Project Sdk=\"Microsoft.NET.Sdk\">";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    /// <summary>What it is, the project file, and a part of the failure that it gives.</summary>
    public static TheoryData<string, string, string> Projects => new()
    {
        { "a version of thousands of millions", $"{Sdk}<PropertyGroup><TargetFramework>net2000000000.0</TargetFramework></PropertyGroup></Project>", "'net2000000000.0' is not known" },
        { "a property doubled forty times", $"{Sdk}<PropertyGroup><A>aaaaaaaaaa</A>{Times("<A>$(A)$(A)</A>", 40)}</PropertyGroup></Project>", "longer than" },
        { "many long properties", $"{Sdk}<PropertyGroup><A>aaaaaaaaaa</A>{Times("<A>$(A)$(A)</A>", 16)}{string.Concat(Enumerable.Range(0, 2000).Select(i => $"<B{i}>$(A)</B{i}>"))}</PropertyGroup></Project>", "steps of work" },
        { "functions nested in functions", $"{Sdk}<PropertyGroup><X>a</X><Y>{Times("$(X.Trim(", 20_000)}{Times("))", 20_000)}</Y></PropertyGroup></Project>", "functions are nested" },
        { "a long text sought in a longer one", $"{Sdk}<PropertyGroup><A>aaaaaaaaaa</A>{Times("<A>$(A)$(A)</A>", 15)}<B>$(A.Contains('$(A)'))</B></PropertyGroup></Project>", "steps of work" },
        { "an alias of nested types", $"{Sdk}<ItemGroup><Using Include=\"{Times("L&lt;", 20_000)}int{Times("&gt;", 20_000)}\" Alias=\"X\"/></ItemGroup></Project>", "nested too deep" },
        { "an alias of nested tuples", $"{Sdk}<ItemGroup><Using Include=\"{Times("(", 20_000)}\" Alias=\"X\"/></ItemGroup></Project>", "nested too deep" },
        { "a short alias of nested tuples", $"{Sdk}<ItemGroup><Using Include=\"{Times("(", 400)}\" Alias=\"X\"/></ItemGroup></Project>", "nested too deep" },
        { "many aliases each nested as deep as one may be", $"{Sdk}<ItemGroup>{string.Concat(Enumerable.Range(0, 500).Select(i => $"<Using Include=\"{Times("(", 250)}int{Times(")", 250)}\" Alias=\"X{i}\"/>"))}</ItemGroup></Project>", "nested too deep" },
        { "nested import groups", Sdk + Times("<ImportGroup>", 100_000) + Times("</ImportGroup>", 100_000) + "</Project>", "nested more than" },
        { "import groups nested as deep as XML may be", Sdk + Times("<ImportGroup>", 60) + Times("</ImportGroup>", 60) + "</Project>", "nested more than" },
        { "a hundred thousand globs", $"{Sdk}<ItemGroup>{Times("<Compile Include=\"**/a/b.cs\"/>", 30_000)}</ItemGroup></Project>", "items of one kind" },
        { "one item of many globs", $"{Sdk}<PropertyGroup><A>;a*;</A>{Times("<A>$(A)$(A)</A>", 15)}</PropertyGroup><ItemGroup><Compile Include=\"$(A)\"/></ItemGroup></Project>", "items of one kind" },
        { "a hundred thousand references", $"{Sdk}<ItemGroup>{Times("<ProjectReference Include=\"b.csproj\"/>", 50_000)}</ItemGroup></Project>", "items of one kind" },
        { "a million elements", Sdk + Times("<a/>", 900_000) + "</Project>", "elements, attributes and texts" },
        { "five megabytes", Sdk + new string(' ', 5_000_000) + "</Project>", "the limit is" },
        { "a document type", "<!DOCTYPE x [<!ENTITY a \"b\">]><Project>&a;</Project>", "was not taken" },
        { "no XML", "<Project Sdk=", "was not taken" },
        { "nothing", "", "empty" },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_hostile_project_is_a_failure_of_its_own_and_the_sources_are_bound(string what, string project, string failure)
    {
        _folder.Write("p.csproj", project);
        _folder.Write("a.cs", "class A { void Go() { } void M() => Go(); }");
        long before = GC.GetAllocatedBytesForCurrentThread();
        CSharpSample sample = CSharpSample.InFolder(_folder.FullPath, "a.cs");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400_000_000);
        Assert.Contains("A.M -> A.Go Calls Exact", sample.Edges);
        FileFailure found = Assert.Single(sample.Result.Failures);
        Assert.Equal(("p.csproj", FileFailureKind.ProjectIgnored), (found.Path, found.Kind));
        Assert.True(found.Message.Contains(failure, StringComparison.Ordinal), $"{what}: {found.Message}");
        Assert.DoesNotContain(_folder.FullPath, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Projects_whose_names_differ_in_case_are_two()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other file systems take them for one.");
        _folder.Write("p.csproj", Sdk + "</Project>");
        _folder.Write("P.csproj", Sdk + "</Project>");
        _folder.Write("q/q.csproj", Sdk + "<ItemGroup><ProjectReference Include=\"../p.csproj\"/></ItemGroup></Project>");
        _folder.Write("a.cs", "public class A { public void Go() { } void M() => Go(); }");
        _folder.Write("q/b.cs", "class B { void M(A a) => a.Go(); }");
        CSharpSample sample = CSharpSample.InFolder(_folder.FullPath, "a.cs", "q/b.cs");
        Assert.Contains("A.M -> A.Go Calls Exact", sample.Edges);
        Assert.Contains("B.M -> A.Go Calls Exact", sample.Edges);
        Assert.Empty(sample.Result.Failures);
    }

    [Theory]
    [InlineData("""{"project": 1}""")]
    [InlineData("""{"project":{"restore":[]}}""")]
    [InlineData("""{"project":{"restore":{"projectPath":5}}}""")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"targets":1,"libraries":{},"packageFolders":{}}""")]
    [InlineData("""{"targets":{"net8.0":{"A/1":[]}},"libraries":{},"packageFolders":{}}""")]
    [InlineData("""{"targets":{"\ud800":{}},"libraries":{},"packageFolders":{}}""")]
    [InlineData("""{"targets":{"net8.0":{"A/1":{"compile":{"a.dll":{}}}}},"libraries":{"A/1":{"type":"package","path":7}},"packageFolders":{}}""")]
    public void Assets_of_another_shape_are_a_failure(string assets)
    {
        _folder.Write("p.csproj", Sdk + "</Project>");
        _folder.Write("obj/project.assets.json", assets);
        _folder.Write("a.cs", "class A { void Go() { } void M() => Go(); }");
        CSharpSample sample = CSharpSample.InFolder(_folder.FullPath, "a.cs");
        Assert.Contains("A.M -> A.Go Calls Exact", sample.Edges);
        Assert.Equal("obj/project.assets.json", Assert.Single(sample.Result.Failures).Path);
    }

    [Fact]
    public void A_glob_of_many_folders_costs_no_more_than_the_product_of_the_lengths()
    {
        WorkBudget work = new(10_000, "steps");
        PathGlob glob = new("/r/" + Times("**/a/", 14) + "b.cs");
        Assert.False(glob.Matches("/r/" + Times("a/", 30) + "c.cs", work));
        Assert.True(glob.Matches("/r/" + Times("a/", 30) + "b.cs", work));
        Assert.False(new PathGlob("/r/" + Times("*a", 14) + "b").Matches("/r/" + Times("a", 60), work));
    }

    [Fact]
    public void A_project_that_would_compare_without_end_is_listed_and_the_others_take_their_files()
    {
        WorkBudget work = new(1000, "comparisons");
        CompileRule[] rules = [new(true, Enumerable.Repeat("/r/**/b*.cs", 500), [])];
        Assert.Throws<ProjectLimitException>(() => CompileRule.Compiles(rules, "/r/a/a/a/a/a/c.cs", work));
    }

    [Fact]
    public void Quotes_in_a_condition_are_read_once()
    {
        _folder.Write("p.csproj", $"{Sdk}<PropertyGroup Condition=\"'$({Times("'", 1_000_000)}\"><A>b</A></PropertyGroup></Project>");
        ProjectAccess access = new(_folder.FullPath, []);
        Assert.NotNull(ProjectReader.Read(_folder.At("p.csproj"), _folder.At("p.csproj"), access));
        Assert.Empty(access.Failures);
    }

    [Fact]
    public void Pipes_and_devices_are_never_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mkfifo is needed.");
        Directory.CreateDirectory(_folder.At("q/obj"));
        foreach (string pipe in (string[])["p.csproj", "q/obj/project.assets.json", "pipe.props"])
        {
            using Process made = Process.Start("mkfifo", [_folder.At(pipe)]);
            made.WaitForExit();
        }

        File.CreateSymbolicLink(_folder.At("device.props"), "/dev/stdin");
        _folder.Write("q/q.csproj", Sdk + """<Import Project="../pipe.props"/><Import Project="/dev/stdin"/><Import Project="../device.props"/></Project>""");
        _folder.Write("q/a.cs", "class A { void Go() { } void M() => Go(); }");
        _folder.Write("b.cs", "class B { }");
        CSharpSample sample = CSharpSample.InFolder(_folder.FullPath, "b.cs", "q/a.cs");
        Assert.Contains("A.M -> A.Go Calls Exact", sample.Edges);
        string[] expected = ["p.csproj", "pipe.props", "q/obj/project.assets.json", "q/q.csproj", "q/q.csproj"];
        Assert.Equal(expected, sample.Result.Failures.Select(failure => failure.Path));
    }

    [Fact]
    public void A_pipe_in_place_of_an_assembly_is_not_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mkfifo is needed.");
        using Process made = Process.Start("mkfifo", [_folder.At("a.dll")]);
        made.WaitForExit();
        Assert.Null(MetadataStore.Get(_folder.At("a.dll")));
        Assert.Null(MetadataStore.Get("/dev/zero"));
    }

    [Fact]
    public void A_long_chain_of_projects_is_compiled_without_recursion()
    {
        const int Length = 200;
        List<string> paths = [];
        for (int i = 0; i < Length; i++)
        {
            _folder.Write($"{i:000}/p{i:000}.csproj", $"{Sdk}<ItemGroup><ProjectReference Include=\"../{i + 1:000}/p{i + 1:000}.csproj\"/></ItemGroup></Project>");
            _folder.Write($"{i:000}/a.cs", $"public class C{i:000} {{ public void Go() {{ }} {(i + 1 < Length ? $"void M(C{i + 1:000} next) => next.Go();" : "")} }}");
            paths.Add($"{i:000}/a.cs");
        }

        CSharpSample sample = CSharpSample.InFolder(_folder.FullPath, [.. paths]);
        Assert.Equal(Length - 1, sample.Edges.Count(edge => edge.EndsWith("Calls Exact", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_friend_is_found_in_one_pass_over_the_text()
        => Assert.Equal(["A", "B.C"], FriendAttributes.In("InternalsVisibleTo(\"A\")] InternalsVisibleToAttribute ( \"B.C, PublicKey=00\") InternalsVisibleTo(x) InternalsVisibleTo(\"\") InternalsVisibleTo" + new string(' ', 100_000)));

    [Theory]
    [InlineData("../secret")]
    [InlineData("..")]
    [InlineData(".nuget")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("c:")]
    [InlineData("")]
    public void A_package_or_framework_is_no_path(string name)
    {
        Assert.False(PackageFolder.IsName(name));
        Assert.Empty(SharedFrameworks.Assemblies(name));
        Assert.Empty(new PackageFolder(_folder.FullPath).Assemblies([new PackageUse(name, "1.0.0")], "net10.0"));
    }
}
