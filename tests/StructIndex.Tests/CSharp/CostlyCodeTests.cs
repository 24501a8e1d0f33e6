using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex.Tests;

/// <summary>Code that the compiler would not come to an end with is left unbound by what it looks like, so that every run gives the same edges.</summary>
public sealed class CostlyCodeTests
{
    private const string Members = " void Go() { } A F(System.Func<A, int> f) => this; A B() => this; A C => this; int this[int i] => i; }";

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    public static TheoryData<string, string> Costly => new()
    {
        { "clauses", "var q = " + Times("from a in x\n", 2000) + "select a;" },
        { "clauses", "var q = from a in x " + Times("where a > 1 ", 70) + "select a;" },
        { "clauses", "var q = from a in x " + Times("group a by a into a ", 70) + "select a;" },
        { "nested", "var q = " + Times("from a in (", 9) + "x" + Times(") select a", 9) + ";" },
        { "nested", "var q = " + Times("F(a => ", 40) + "1" + Times(")", 40) + ";" },
        { "nested", "var q = " + Times("$\"{", 30) + "1" + Times("}\"", 30) + ";" },
        { "nested", "var q = F(a => " + Times("$\"{", 8) + "1" + Times("}\"", 8) + ".Length);" },
        { "chain", "this" + Times("\n.B()", 20_000) + ";" },
        { "chain", "var q = this" + Times(".C", 600) + ";" },
        { "chain", "var q = this" + Times("?.B()", 600) + ";" },
        { "chain", "int q; q " + Times("= q", 600) + ";" },
        { "chain", "object q = null" + Times(" ?? null", 600) + ";" },
        { "chain", "var q = " + Times("!", 600) + "true;" },
        { "chain", "var q = this" + Times(".F(a => { Go(); })", 600) + ";" },
    };

    [Theory]
    [MemberData(nameof(Costly))]
    public void A_statement_of_a_costly_shape_is_not_bound_and_the_rest_is(string reason, string statement)
    {
        CSharpSample sample = CSharpSample.Of("class A { void M() { Go(); " + statement + " B(); } void N() => Go();" + Members);
        FileFailure failure = Assert.Single(sample.Result.Binder!.Failures);
        Assert.Equal(FileFailureKind.EdgesIncomplete, failure.Kind);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Equal(["A.M -> A.B Calls Exact", "A.M -> A.Go Calls Exact", "A.N -> A.Go Calls Exact"], sample.Edges.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_variable_whose_type_follows_from_a_costly_shape_takes_its_uses_with_it()
    {
        CSharpSample sample = CSharpSample.Of("class A { void M() { Go(); if (true) { var q = " + Times("F(a => ", 40) + "1" + Times(")", 40) + "; q.B(); } } void N() => Go();" + Members);
        Assert.Equal(["A.N -> A.Go Calls Exact"], sample.Edges);
        Assert.Single(sample.Result.Binder!.Failures);
    }

    [Theory]
    [InlineData("var q = from a in x where a > 1 let b = a join c in x on a equals c orderby a, b group b by a into g select g;")]
    [InlineData("var q = $\"{$\"{$\"{$\"{1}\"}\"}\"}\"; var r = $\"{q}\" + $\"{q}\" + $\"{q}\" + $\"{q}\" + $\"{q}\" + $\"{q}\" + $\"{q}\" + $\"{q}\" + $\"{q}\";")]
    [InlineData("this.B().B().B().C.B()?.B().F(a => 1).F(a => 2).B();")]
    public void Ordinary_code_is_bound(string statement)
        => Assert.Empty(CSharpSample.Of("class A { void M() { " + statement + " }" + Members).Result.Binder!.Failures);

    [Fact]
    public void A_chain_as_long_as_is_allowed_is_bound_in_full()
    {
        CSharpSample sample = CSharpSample.Of("class A { void M() { this" + Times(".B()", (CostlyCode.MaxChain / 2) - 1) + "; }" + Members);
        Assert.Empty(sample.Result.Binder!.Failures);
        Assert.Equal((CostlyCode.MaxChain / 2) - 1, sample.Edges.Count);
    }

    [Fact]
    public void Spans_are_in_order_and_apart()
    {
        string text = "class A { void M() { var q = " + Times("F(a => ", 12) + "1" + Times(")", 12) + "; q.B(); var r = " + Times("F(a => ", 12) + "1" + Times(")", 12) + "; } int P => " + Times("F(a => ", 12) + "1" + Times(")", 12) + "; }";
        List<CostlySpan> spans = CostlyCode.In(CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken), text, TestContext.Current.CancellationToken);
        Assert.Equal(2, spans.Count);
        Assert.True(spans[0].Span.End <= spans[1].Span.Start);
    }

    [Theory]
    [InlineData("class")]
    [InlineData("interface")]
    public void Types_that_inherit_through_too_many_others_are_not_bound_and_each_run_says_the_same(string kind)
    {
        const int Length = 2000;
        string text = string.Concat(Enumerable.Range(0, Length).Select(i => $"{kind} C{i} : C{i + 1} {{ void M() {{ {(kind == "class" ? "base.M()" : "D()")}; }} static void D() {{ }} }}\n")) + $"{kind} C{Length} {{ public void M() {{ }} static void D() {{ }} }}";
        CSharpSample first = CSharpSample.Of(text, "class Other { void Go() { } void M() => Go(); }");
        FileFailure failure = Assert.Single(first.Result.Binder!.Failures);
        Assert.Contains("inherit through more than", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Other.M -> Other.Go Calls Exact", first.Edges);
        Assert.DoesNotContain(first.Edges, edge => edge.StartsWith($"C{Length - InheritanceDepth.MaxDepth - 1}.", StringComparison.Ordinal));
        Assert.Contains(first.Edges, edge => edge.StartsWith($"C{Length - InheritanceDepth.MaxDepth}.", StringComparison.Ordinal));
        Assert.Equal(first.Edges, CSharpSample.Of(text, "class Other { void Go() { } void M() => Go(); }").Edges);
    }

    [Fact]
    public void A_circle_of_types_has_an_end()
        => Assert.Empty(CSharpSample.Of("class A : B { } class B : C { } class C : A { } class D : D { }").Result.Binder!.Failures);
}
