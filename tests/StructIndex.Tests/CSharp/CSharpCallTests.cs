namespace StructIndex.Tests;

public sealed class CSharpCallTests
{
    [Theory]
    [InlineData("a typed receiver", "class B { void M(A a) { a.Go(); } }")]
    [InlineData("a conditional access", "class B { void M(A? a) { a?.Go(); } }")]
    [InlineData("a chain", "class B { A Get() => new(); void M() { this.Get().Self.Go(); } }")]
    [InlineData("a fresh object", "class B { void M() { new A().Go(); } }")]
    [InlineData("a target-typed object", "class B { void M() { A a = new(); a.Go(); } }")]
    [InlineData("an element of a list", "class B { void M(List<A> all) { all[0].Go(); all.First().Go(); } }")]
    [InlineData("a type parameter", "class B { void M<T>(T a) where T : A { a.Go(); } }")]
    [InlineData("a lambda", "class B { void M(List<A> all) { all.ForEach(a => a.Go()); } }")]
    [InlineData("a nested lambda", "class B { Func<Action> M(A a) { return () => () => a.Go(); } void N() { } }")]
    [InlineData("a pattern variable", "class B { void M(object o) { if (o is A { Self: A x }) x.Go(); } }")]
    [InlineData("an expression body", "class B { void M(A a) => a.Go(); }")]
    public void A_call_is_found_through(string what, string caller)
    {
        CSharpSample sample = CSharpSample.Of("class A { public A Self => this; public void Go() { } }", caller);
        Assert.True(sample.Edges.Contains("B.M -> A.Go Calls Exact"), what + ": " + string.Join("; ", sample.Edges));
    }

    [Fact]
    public void Overloads_are_kept_apart()
    {
        CSharpSample sample = CSharpSample.Of("class A { void F(int x) { } void F(string x) { } void M() { F(\"\"); } }");
        Assert.Equal("M:A.F(System.String)", Assert.Single(sample.Bound, edge => edge.Kind == EdgeKind.Calls).To.Id);
    }

    [Fact]
    public void An_interface_call_is_a_dispatch_and_implementations_are_linked()
    {
        CSharpSample sample = CSharpSample.Of("interface IA { void Go(); } class A : IA { public void Go() { } } class B { void M(IA a) => a.Go(); }");
        Assert.Contains("B.M -> IA.Go Calls Dispatch", sample.Edges);
        Assert.Contains("A.Go -> IA.Go Implements Exact", sample.Edges);
        Assert.Contains("A -> IA Implements Exact", sample.Edges);
    }

    [Fact]
    public void A_virtual_call_is_a_dispatch_but_not_one_through_base_or_on_a_sealed_type()
    {
        CSharpSample sample = CSharpSample.Of("""
            class A { public virtual void Go() { } }
            sealed class B : A { public override void Go() { base.Go(); } }
            class C { void M(A a, B b) { a.Go(); b.Go(); } }
            """);
        Assert.Contains("C.M -> A.Go Calls Dispatch", sample.Edges);
        Assert.Contains("C.M -> B.Go Calls Exact", sample.Edges);
        Assert.Contains("B.Go -> A.Go Calls Exact", sample.Edges);
        Assert.Contains("B.Go -> A.Go Overrides Exact", sample.Edges);
    }

    [Fact]
    public void An_extension_method_is_unwrapped_and_a_generic_one_is_its_definition()
    {
        CSharpSample sample = CSharpSample.Of("static class E { public static T Twice<T>(this T x) => x; } class B { void M(int x) { x.Twice(); E.Twice(\"\"); } }");
        Assert.Equal(2, sample.Edges.Count(edge => edge == "B.M -> E.Twice Calls Exact"));
        Assert.Equal("M:E.Twice``1(``0)", sample["Twice"].Id);
    }

    [Fact]
    public void A_member_of_an_extension_block_is_called()
    {
        CSharpSample sample = CSharpSample.Of("static class E { extension(string s) { public int Vowels() => s.Length; } } class B { int M() => \"x\".Vowels(); }");
        Assert.Contains("B.M -> E.Vowels Calls Exact", sample.Edges);
    }

    [Fact]
    public void A_member_of_a_generic_type_is_its_definition()
    {
        CSharpSample sample = CSharpSample.Of("class Box<T> { public T? Value { get; set; } public void Put(T x) { } } class B { void M(Box<int> b) { b.Put(b.Value); } }");
        Assert.Contains("B.M -> Box.Put Calls Exact", sample.Edges);
        Assert.Contains("B.M -> Box.Value Calls Exact", sample.Edges);
    }

    [Fact]
    public void A_method_handed_over_is_a_delegate_edge()
    {
        CSharpSample sample = CSharpSample.Of("class A { void Go(int x) { } void M(List<int> all) { all.ForEach(Go); Action<int> a = this.Go; } }");
        Assert.Equal(2, sample.Edges.Count(edge => edge == "A.M -> A.Go Calls Delegate"));
    }

    [Fact]
    public void Events_are_raised_and_subscribed()
    {
        CSharpSample sample = CSharpSample.Of("""
            class A { public event Action? Done; public event Action Other { add { } remove { } } void Raise() { Done?.Invoke(); Done(); } }
            class B { void On() { } void M(A a) { a.Done += On; a.Other -= On; } }
            """);
        Assert.Equal(2, sample.Edges.Count(edge => edge == "A.Raise -> A.Done Calls Delegate"));
        Assert.Contains("B.M -> A.Done Calls Exact", sample.Edges);
        Assert.Contains("B.M -> A.Other Calls Exact", sample.Edges);
        Assert.Equal(2, sample.Edges.Count(edge => edge == "B.M -> B.On Calls Delegate"));
    }

    [Fact]
    public void A_local_function_is_called_by_its_holder_and_calls_for_itself()
    {
        CSharpSample sample = CSharpSample.Of("class A { void Go() { } void M() { Inner(); void Inner() { Go(); Deep(); void Deep() => Go(); } } }");
        Assert.Contains("A.M -> A.M.Inner Calls Exact", sample.Edges);
        Assert.Contains("A.M.Inner -> A.Go Calls Exact", sample.Edges);
        Assert.Contains("A.M.Inner.Deep -> A.Go Calls Exact", sample.Edges);
        Assert.DoesNotContain("A.M -> A.Go Calls Exact", sample.Edges);
        Assert.Same(sample["M"], sample["Inner"].Parent);
    }

    [Fact]
    public void Constructors_are_constructed_and_chained()
    {
        CSharpSample sample = CSharpSample.Of("""
            class A { public A(int x) { } public A() : this(1) { } }
            class B : A { public B() : base(2) { } }
            class Plain { }
            class M { object F() => new Plain(); A G() { A a = new(3); return a; } }
            """);
        Assert.Contains("A.A -> A.A Calls Exact", sample.Edges);
        Assert.Contains("B.B -> A.A Calls Exact", sample.Edges);
        Assert.Contains("M.F -> Plain Constructs Exact", sample.Edges);
        Assert.Contains("M.G -> A.A Constructs Exact", sample.Edges);
    }

    [Fact]
    public void Records_and_primary_constructors_are_their_type()
    {
        CSharpSample sample = CSharpSample.Of("record P(int X); record Q(int X, int Y) : P(X); class S(int x) { int Twice => x * 2; } class M { void F() { new P(1); S s = new(2); var q = new Q(1, 2) with { Y = 3 }; } }");
        Assert.Contains("M.F -> P Constructs Exact", sample.Edges);
        Assert.Contains("M.F -> S Constructs Exact", sample.Edges);
        Assert.Contains("Q -> P Calls Exact", sample.Edges);
        Assert.Contains("Q -> P Inherits Exact", sample.Edges);
    }

    [Fact]
    public void Nameof_names_without_calling()
    {
        CSharpSample sample = CSharpSample.Of("class A { void Go() { } int P { get; } string M() => nameof(Go) + nameof(A.P); }");
        Assert.Contains("A.M -> A.Go References Exact", sample.Edges);
        Assert.Contains("A.M -> A.P References Exact", sample.Edges);
        Assert.DoesNotContain(sample.Edges, edge => edge.Contains("Calls", StringComparison.Ordinal));
    }

    [Fact]
    public void Top_level_statements_call_from_no_declaration()
    {
        CSharpSample sample = CSharpSample.Of("A.Go(); Local(); void Local() => A.Go(); static class A { public static void Go() { } }");
        Assert.Contains("(top) -> A.Go Calls Exact", sample.Edges);
        Assert.Contains("(top) -> Local Calls Exact", sample.Edges);
        Assert.Contains("Local -> A.Go Calls Exact", sample.Edges);
    }

    [Fact]
    public void Wrong_arguments_give_a_candidate_and_unknown_names_nothing()
    {
        CSharpSample sample = CSharpSample.Of("class A { void F(int x) { } void M() { F(\"\"); Unknown(); } }");
        Assert.Contains("A.M -> A.F Calls Candidate", sample.Edges);
        Assert.Equal(new CSharpBindingStatistics(Source: 0, Metadata: 0, Candidate: 1, Nothing: 1), sample.Statistics);
    }

    [Fact]
    public void Sites_are_counted_by_what_they_bind_to()
    {
        CSharpSample sample = CSharpSample.Of("class A { void F() { } T M<T>() where T : new() { F(); Console.WriteLine(); new A(); _ = nameof(F); return new T(); } }");
        Assert.Equal(new CSharpBindingStatistics(Source: 2, Metadata: 2, Candidate: 0, Nothing: 0), sample.Statistics);
        Assert.Equal(1, sample.Statistics.BoundShare);
    }
}
