using System.Diagnostics;

namespace StructIndex.Tests;

public sealed class CSharpRobustnessTests
{
    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    public static TheoryData<string, string> HostileTexts => new()
    {
        { "a megabyte of parentheses", Times("(", 1_000_000) },
        { "200,000 nested brackets", Times("[", 200_000) + Times("]", 200_000) },
        { "200,000 nested braces", "class A {" + Times("{", 200_000) },
        { "blocks of brackets as deep as is allowed", "class A { object x = " + Times(Times("[", 16) + Times("]", 16) + ",", 40) },
        { "lambdas in lambdas", "class A { int F(System.Func<int, int> f) => 1; int F(System.Func<string, int> f) => 1; void M() => " + Times("F(a => ", 40) + "1" + Times(")", 40) + "; }" },
        { "question marks without colons", "class A { int x = " + Times("a?", 50_000) + "1; }" },
        { "interpolations in interpolations", "class A { string x = " + Times("$\"{", 200) },
        { "a long chain of else if", "class A { void M() { if (a) { }" + Times(" else if (a) { }", 20_000) + " } }" },
        { "many exclamation marks", "class A { bool x = " + Times("!", 100_000) + "true; }" },
        { "many casts", "class A { object x = " + Times("(int)", 20_000) + "1; }" },
        { "nested generics", "class A { " + Times("a<", 20_000) },
        { "many conditionals", "class A { int x = " + Times("a?b:", 20_000) + "1; }" },
        { "many lambdas", "class A { object x = " + Times("a => ", 5_000) + "1; }" },
        { "a long sum", "class A { string x = \"\"" + Times(" + \"a\"", 30_000) + "; }" },
        { "a long chain of calls", "class A { A F() => this; void M() { this" + Times(".F()", 1_000) + "; } }" },
        { "nested ifs without braces", "class A { void M() { " + Times("if (a) ", 20_000) + "; } }" },
        { "NULs", Times("\0", 100_000) + "class A { }" },
        { "half surrogates", Times("\ud800", 10_000) + "class A { void \udc00() { } }" },
        { "an open string", "class A { string s = \"" + Times("a", 100_000) },
        { "an open comment", "class A { /* " + Times("*", 100_000) },
        { "many directives", Times("#if A\n", 20_000) + "class A { }" + Times("\n#endif", 20_000) },
        { "nothing", "" },
    };

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Hostile_text_neither_crashes_nor_hangs(string what, string text)
    {
        Stopwatch clock = Stopwatch.StartNew();
        CSharpSample sample = CSharpSample.Of(text, "class Other { void Go() { } void M() => Go(); }");
        Assert.Equal(2, sample.Result.Files.Count);
        Assert.Contains("Other.M -> Other.Go Calls Exact", sample.Edges);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), what);
    }

    [Fact]
    public void A_file_nested_too_deep_is_a_failure_with_a_reason()
    {
        ParsedFile file = CSharpSample.Of(Times("(", 100_000)).Result.Files[0];
        Assert.Equal(FileFailureKind.ParseFailed, Assert.Single(file.Failures).Kind);
        Assert.Empty(file.Declarations);
    }

    [Fact]
    public void Lambdas_nested_beyond_all_hope_are_reported_and_the_rest_is_bound()
    {
        string deep = Times("F(a => ", 40) + "1" + Times(")", 40);
        CSharpSample sample = CSharpSample.Of(
            "class A { static int F(System.Func<int, int> f) => 1; static int F(System.Func<string, int> f) => 1; int x = " + deep + "; void M() { var y = " + deep + "; Go(); } void Go() { } }",
            "class Other { void Go() { } void M() => Go(); }");
        FileFailure failure = Assert.Single(sample.Result.Binder!.Failures);
        Assert.Equal(("File0.cs", FileFailureKind.EdgesIncomplete), (failure.Path, failure.Kind));
        Assert.Contains("A.M -> A.Go Calls Exact", sample.Edges);
        Assert.Contains("Other.M -> Other.Go Calls Exact", sample.Edges);
        Assert.Equal(80, sample.Statistics.Nothing);
    }

    [Fact]
    public async Task What_the_compiler_could_not_bind_is_among_the_failures_of_the_index()
    {
        MemorySource source = new([CSharpSample.Source("A.cs", "class A { int F(System.Func<int, int> f) => 1; void M() { F(" + Times("a => F(", 12) + "null" + Times(")", 13) + "; } }")]);
        CodeIndexOptions options = new() { Parsers = [new CSharpParser()] };
        CodeIndex index = await new CodeIndexBuilder(options).BuildAsync(source, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(FileFailureKind.EdgesIncomplete, Assert.Single(index.Failures).Kind);

        CodeIndex unbound = await new CodeIndexBuilder(options with { BindEdges = false }).BuildAsync(source, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(unbound.Failures);
        CodeIndex bound = await unbound.WithEdgesAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(index.Failures, bound.Failures);
    }

    [Fact]
    public void Wrong_code_still_gives_what_can_be_read()
    {
        CSharpSample sample = CSharpSample.Of("class A { void M( { } void Good() { Go(; } void Go() { } ");
        Assert.Contains(sample.Declarations, declaration => declaration.Name == "Go");
    }

    [Fact]
    public async Task Cancellation_stops_parsing_and_binding()
    {
        string body = string.Concat(Enumerable.Range(0, 60).Select(i => $"List<int> M{i}(List<int> x) => x.Where(a => a > {i}).Select(a => a + 1).OrderBy(a => a).ToList();\n"));
        SourceFile[] files = [.. Enumerable.Range(0, 20).Select(i => CSharpSample.Source($"F{i:00}.cs", $"class C{i} {{ {body} }}"))];
        ParserOutput parsed = new CSharpParser().Parse(files, null, null, TestContext.Current.CancellationToken);

        using CancellationTokenSource stop = new();
        Task bind = Task.Run(() => parsed.Binder!.Bind(_ => stop.Cancel(), stop.Token), TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bind.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        using CancellationTokenSource stopped = new();
        await stopped.CancelAsync();
        Assert.ThrowsAny<OperationCanceledException>(() => new CSharpParser().Parse(files, null, null, stopped.Token));
    }

    [Fact]
    public void Progress_is_told_for_each_file_in_both_stages()
    {
        int parsed = 0, bound = 0;
        SourceFile[] files = [CSharpSample.Source("A.cs", "class A { }"), CSharpSample.Source("B.cs", Times("(", 1000))];
        ParserOutput result = new CSharpParser().Parse(files, null, _ => Interlocked.Increment(ref parsed), TestContext.Current.CancellationToken);
        result.Binder!.Bind(_ => Interlocked.Increment(ref bound), TestContext.Current.CancellationToken);
        Assert.Equal((2, 2), (parsed, bound));
        Assert.Equal(["A.cs", "B.cs"], result.Files.Select(file => file.Source.Path));
    }

    [Fact]
    public void No_files_are_no_error()
    {
        CSharpSample sample = CSharpSample.Of();
        Assert.Empty(sample.Edges);
        Assert.Equal(1, sample.Statistics.BoundShare);
    }
}
