using System.Collections.Concurrent;

namespace StructIndex.Tests;

public class CSharpRenewalTests
{
    private const string Project = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";
    private const string Dependent = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><ProjectReference Include="../core/core.csproj" /></ItemGroup></Project>""";

    private static readonly Dictionary<string, string> s_files = new(StringComparer.Ordinal)
    {
        ["core/core.csproj"] = Project,
        ["core/Store.cs"] = "public class Store { public int Save(int x) { return x; } }",
        ["core/Shelf.cs"] = "public class Shelf { public int Put() { return new Store().Save(1); } }",
        ["lib/lib.csproj"] = Dependent,
        ["lib/User.cs"] = "class User { int Use() => new Shelf().Put() + new Store().Save(2); }",
        ["other/other.csproj"] = Project,
        ["other/Alone.cs"] = "class Alone { int Act() => Act(); }",
    };

    [Theory]
    [InlineData("core/Store.cs", "public class Store { public int Save(int x) { int more = x + 1; int Local() => more; return Local(); } }", "core/Store.cs")]
    [InlineData("core/Store.cs", "// A comment moves everything.\n\npublic class Store { public int Save(int x) { return x; } }", "core/Store.cs")]
    [InlineData("core/Store.cs", "public class Store { public int Save(long x) { return 0; } }", "core/Shelf.cs core/Store.cs lib/User.cs")]
    [InlineData("lib/User.cs", "class User { long Use() => 0; }", "lib/User.cs")]
    [InlineData("other/Alone.cs", "class Alone { void Act() { Act(); } }", "other/Alone.cs")]
    [InlineData("core/core.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><DefineConstants>A</DefineConstants></PropertyGroup></Project>", "core/Shelf.cs core/Store.cs lib/User.cs")]
    public void An_edit_binds_the_files_whose_meaning_it_may_change_and_no_others(string path, string text, string bound)
    {
        using TemporaryFolder folder = new();
        CSharpParser parser = new();
        SourceFile[] files = WriteAll(folder);
        ParserOutput first = parser.Parse(files, folder.FullPath, null, TestContext.Current.CancellationToken);
        first.Binder!.Bind(null, TestContext.Current.CancellationToken);
        folder.Write(path, text);
        SourceFile[] changed = [.. files.Select(file => file.Path == path ? Read(folder, path) : file)];
        ConcurrentBag<string> names = [];
        ParserOutput second = parser.Reparse(first, changed, folder.FullPath, null, TestContext.Current.CancellationToken);
        IReadOnlyList<BoundReference> edges = second.Binder!.Bind(file => names.Add(file.Path), TestContext.Current.CancellationToken);
        Assert.Equal(bound.Split(' '), names.Order(StringComparer.Ordinal));

        IReadOnlyList<BoundReference> anew = parser.Parse(changed, folder.FullPath, null, TestContext.Current.CancellationToken).Binder!.Bind(null, TestContext.Current.CancellationToken);
        Assert.Equal(anew.Select(Describe), edges.Select(Describe));
        Assert.All(edges, edge => Assert.Contains(second.Files, file => file.Declarations.Contains(edge.To)));
    }

    [Fact]
    public void Bound_once_the_edges_are_the_same_and_no_compilation_and_no_tree_is_left()
    {
        using TemporaryFolder folder = new();
        SourceFile[] files = WriteAll(folder);
        IEdgeBinder kept = Parse(files, folder), once = Parse(files, folder);
        Assert.Equal(kept.Bind(null, TestContext.Current.CancellationToken).Select(Describe), once.BindOnce(null, TestContext.Current.CancellationToken).Select(Describe));
        Assert.All(((CSharpEdgeBinder)kept).Memory.Model!.Projects, project => Assert.NotNull(project.Compilation));
        Assert.All(((CSharpEdgeBinder)once).Memory.Model!.Projects, project => Assert.Null(project.Compilation));
        Assert.All(((CSharpEdgeBinder)once).Memory.Files, file => Assert.Null(file.Tree));
    }

    [Fact]
    public void A_project_is_bound_before_those_it_references_and_released_with_the_last_file_that_sees_it()
    {
        using TemporaryFolder folder = new();
        ProjectModel model = ((CSharpEdgeBinder)Parse(WriteAll(folder), folder)).Memory.Model!;
        BindingOrder order = new(model.Files, new Dictionary<string, CSharpFile>());
        CSharpFile[] files = [.. order.Files.Select(i => model.Files[i])];
        Assert.Equal(["lib/User.cs", "core/Shelf.cs", "core/Store.cs", "other/Alone.cs"], files.Select(file => file.Source.Path));

        List<string> released = [];
        foreach (CSharpFile file in files)
        {
            order.Done(file, release: true);
            released.Add(string.Join(' ', model.Projects.Where(project => project.Compilation is null)));
        }

        Assert.Equal(["lib", "lib", "core lib", "core lib other"], released);
    }

    private static SourceFile[] WriteAll(TemporaryFolder folder)
    {
        foreach ((string name, string content) in s_files)
        {
            folder.Write(name, content);
        }

        return [.. s_files.Keys.Where(name => name.EndsWith(".cs", StringComparison.Ordinal)).Select(name => Read(folder, name))];
    }

    private static IEdgeBinder Parse(SourceFile[] files, TemporaryFolder folder) => new CSharpParser().Parse(files, folder.FullPath, null, TestContext.Current.CancellationToken).Binder!;

    private static SourceFile Read(TemporaryFolder folder, string path) => new(path, File.ReadAllText(folder.At(path))) { FullPath = folder.At(path) };

    private static string Describe(BoundReference edge) => $"{edge.Source.Path} {edge.From} {edge.To} {edge.To.Span} {edge.Kind} {edge.Certainty} {edge.Offset}";
}
