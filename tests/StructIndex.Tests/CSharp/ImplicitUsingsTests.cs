using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex.Tests;

public sealed class ImplicitUsingsTests
{
    private const string Code = """
        class Store { public void Save(string path) { } public Store Load() => this; }
        class Report
        {
            void All(List<Store> stores) { foreach (Store s in stores.Where(s => s.Load() != null)) { s.Save(Path.GetTempPath()); } }
            Task Later(Store s) => Task.Run(() => s.Save(""));
            void Direct(Store s) => s.Save("");
            void Shared() => All(Helpers.Make().ToList());
        }
        """;

    private const string Helper = "namespace Acme { public static class Helpers { public static IEnumerable<Store> Make() => []; } }";

    [Fact]
    public void Without_implicit_usings_a_third_of_the_call_edges_disappears()
    {
        int with = Edges([.. ImplicitUsings.Base, "Acme"]), without = Edges(["Acme"]);
        Assert.True(without <= with * 2 / 3, $"{with} edges with, {without} without");
    }

    [Fact]
    public void Without_the_project_usings_edges_disappear()
    {
        int with = Edges([.. ImplicitUsings.Base, "Acme"]), without = Edges(ImplicitUsings.Base);
        Assert.True(without < with, $"{with} edges with, {without} without");
    }

    private static int Edges(IReadOnlyList<string> usings)
    {
        CSharpFile[] files = [.. new[] { ("A.cs", Code), ("B.cs", Helper) }.Select(file => new CSharpFile(CSharpSample.Source(file.Item1, file.Item2), "/p/" + file.Item1))];
        ProjectFile project = new() { Path = "/p/p.csproj", AssemblyName = "p", Usings = usings, Compile = [new CompileRule(true, ["/p/**/*.cs"], [])] };
        ParserOutput result = CSharpParser.Parse(ProjectModel.Create(files, [project], new ProjectAccess(null, [])), new PackageFolder(null), null, null, TestContext.Current.CancellationToken);
        return result.Binder!.Bind(null, TestContext.Current.CancellationToken).Count(edge => edge is { Kind: EdgeKind.Calls, Certainty: not EdgeCertainty.Candidate });
    }
}
