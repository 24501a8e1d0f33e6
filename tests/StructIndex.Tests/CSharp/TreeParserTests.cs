using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex.Tests;

/// <summary>The compiler's parser takes the square of the length of what it skips; it is stopped by its work, wherever a text comes from.</summary>
[Trait("Category", "Slow")]
public sealed class TreeParserTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("namespace N {", ",\n", "}")]
    [InlineData("class C {", "using\n", "}")]
    [InlineData("namespace ", "1..\n", ";")]
    public void A_text_of_nothing_but_errors_is_a_failure(string before, string error, string after)
    {
        ParsedTree parsed = TreeParser.Parse("a.cs", before + Times(error, 100_000) + after, CSharpParseOptions.Default, TestContext.Current.CancellationToken);
        Assert.Null(parsed.Tree);
        Assert.Equal(("a.cs", FileFailureKind.ParseFailed), (parsed.Failure!.Path, parsed.Failure.Kind));
        Assert.Contains("the square of its length", parsed.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_becomes_the_tree_that_the_compiler_makes_of_it()
    {
        string text = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"class C{i}\r\n{{\n    string é = $\"{{1}} \ud83d\ude00\"; // {i}\u2028}}\n"));
        SyntaxTree tree = TreeParser.Parse("a.cs", text, CSharpParseOptions.Default, TestContext.Current.CancellationToken).Tree!;
        SyntaxTree expected = CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(tree.IsEquivalentTo(expected));
        Assert.Equal(text, tree.GetText(TestContext.Current.CancellationToken).ToString());
        Assert.Equal(expected.GetText(TestContext.Current.CancellationToken).Lines.Select(line => line.Span), tree.GetText(TestContext.Current.CancellationToken).Lines.Select(line => line.Span));
    }

    [Theory]
    [InlineData("a<\n")]
    [InlineData("delegate*<\n")]
    [InlineData("a\n#if X\n;\n#endif\n<")]
    public void Type_arguments_in_one_another_do_not_end_the_stack(string open)
    {
        string text = "class C { " + Times(open, 100_000);
        Assert.Contains("nested too deep", TreeParser.Parse("a.cs", text, CSharpParseOptions.Default, TestContext.Current.CancellationToken).Failure!.Message, StringComparison.Ordinal);
        text = "class C { object x = $\"\"\"{" + Times(open, 100_000) + "}\"\"\";";
        Assert.NotNull(TreeParser.Parse("a.cs", text, CSharpParseOptions.Default, TestContext.Current.CancellationToken).Failure);
    }

    [Theory]
    [InlineData("namespace N;\nclass A { }\n", "")]
    [InlineData("namespace ", "N.\n")]
    public void Namespaces_in_one_another_are_a_failure(string first, string more)
    {
        string text = more.Length > 0 ? $"{first}{Times(more, 20_000)}N {{ }}" : Times(first, 1_000);
        Assert.Contains("Namespaces", TreeParser.Parse("a.cs", text, CSharpParseOptions.Default, TestContext.Current.CancellationToken).Failure!.Message, StringComparison.Ordinal);
        Assert.NotNull(TreeParser.Parse("a.cs", "namespace A.B.C; namespace D { namespace E.F { class G { } } }", CSharpParseOptions.Default, TestContext.Current.CancellationToken).Tree);
    }

    [Fact]
    public void Type_arguments_in_one_another_are_told_by_the_tokens_of_the_compiler()
    {
        Assert.True(AngleDepth.Overflows(Times("a<\n", 20_001), CSharpParseOptions.Default));
        Assert.True(AngleDepth.Overflows($"x = $\"\"\"{{{Times("a<", 20_001)}}}\"\"\";", CSharpParseOptions.Default));
        Assert.False(AngleDepth.Overflows(Times("a<b> c;\n", 20_001), CSharpParseOptions.Default));
        Assert.False(AngleDepth.Overflows(Times("// a<\n", 20_001), CSharpParseOptions.Default));
    }

    [Theory]
    [InlineData("x&#10;class A { ")]
    [InlineData("x&#x2028;class A { ")]
    public void Names_of_friends_are_no_code(string start)
    {
        _folder.Write("p.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><InternalsVisibleTo Include=\"{start}{Times("a&lt;", 100_000)}\"/></ItemGroup></Project>");
        _folder.Write("a.cs", "class A { void Go() { } void M() => Go(); }");
        Assert.Contains("A.M -> A.Go Calls Exact", CSharpSample.InFolder(_folder.FullPath, "a.cs").Edges);
    }

    [Fact]
    public void Many_type_arguments_beside_one_another_are_parsed() =>
        Assert.NotNull(TreeParser.Parse("a.cs", "class C { " + Times("/// <summary>a</summary>\nList<int> A() => null;\n", 12_000) + "}", CSharpParseOptions.Default, TestContext.Current.CancellationToken).Tree);

    [Fact]
    public void A_parse_is_cancelled_inside_one_list_of_errors()
    {
        using CancellationTokenSource time = new(TimeSpan.FromMilliseconds(10));
        Assert.ThrowsAny<OperationCanceledException>(() => TreeParser.Parse("a.cs", $"enum E {{ A = {Times("1 +\n", 200_000)} 1 }}", CSharpParseOptions.Default, time.Token));
    }

    [Fact]
    public void A_linked_file_that_the_symbols_of_another_project_fill_with_errors_is_taken_with_its_own()
    {
        _folder.Write("P/P.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"></Project>");
        _folder.Write("P/Shared.cs", $"static class Shared {{ public static void Go() => Help(); static void Help() {{ }}\n#if Q\n{Times("using\n", 20_000)}#endif\n}}");
        _folder.Write("Q/Q.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><DefineConstants>Q</DefineConstants></PropertyGroup><ItemGroup><Compile Include=\"../P/Shared.cs\" Link=\"Shared.cs\" /></ItemGroup></Project>");
        _folder.Write("Q/B.cs", "class B { void M() => Shared.Go(); }");
        CSharpSample sample = CSharpSample.InFolder(_folder.FullPath, "P/Shared.cs", "Q/B.cs");
        Assert.Contains("B.M -> Shared.Go Calls Exact", sample.Edges);
        Assert.Contains(sample.Result.Failures, failure => failure.Path == "Q/Q.csproj" && failure.Message.Contains("'P/Shared.cs' is taken with the symbols of another project", StringComparison.Ordinal));
    }

    [Fact]
    public void Usings_of_a_project_that_are_nothing_but_errors_are_not_taken()
    {
        _folder.Write("p.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup>{string.Concat(Enumerable.Range(0, 300).Select(i => $"<Using Include=\"{Times(", ", 200)}{i}\"/>"))}</ItemGroup></Project>");
        _folder.Write("a.cs", "class A { void Go() { } void M() => Go(); }");
        CSharpSample sample = CSharpSample.InFolder(_folder.FullPath, "a.cs");
        Assert.Contains("A.M -> A.Go Calls Exact", sample.Edges);
        Assert.Contains(sample.Result.Failures, failure => failure.Path == "p.csproj" && failure.Message.Contains("usings were not taken", StringComparison.Ordinal));
    }

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
