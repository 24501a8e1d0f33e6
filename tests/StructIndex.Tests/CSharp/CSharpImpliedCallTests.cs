namespace StructIndex.Tests;

public sealed class CSharpImpliedCallTests
{
    [Fact]
    public void An_attribute_is_named_and_not_called() => Assert.Equal(
        ["A -> FilterAttribute References Exact"],
        CSharpSample.Of("[System.AttributeUsage(0)] class FilterAttribute : System.Attribute { } [Filter] class A { object Filter = 1; int FilterAttribute => 2; }").Edges.Where(edge => edge.StartsWith("A ->", StringComparison.Ordinal)));

    [Fact]
    public void The_left_of_a_coalescing_is_converted_and_the_enumerator_that_is_a_struct_disposed()
    {
        CSharpSample sample = CSharpSample.Of("""
            struct S { public static implicit operator S(string s) => default; public static S Empty => default; }
            struct E : System.IDisposable { public bool MoveNext() => false; public int Current => 1; public void Dispose() { } }
            class L { public E GetEnumerator() => default; }
            class A { S M(string? s) => s ?? S.Empty; void Loop(L l) { foreach (int i in l) { } } }
            """);
        Assert.Contains(sample.Edges, edge => edge.StartsWith("A.M -> S.", StringComparison.Ordinal) && edge.Contains("implicit", StringComparison.Ordinal));
        Assert.Contains("A.Loop -> E.Dispose Calls Exact", sample.Edges);
    }

    [Fact]
    public void A_struct_joined_to_a_text_calls_its_own_ToString_and_one_compared_with_null_no_operator()
    {
        CSharpSample sample = CSharpSample.Of("struct S { public override string ToString() => \"s\"; public static bool operator ==(S a, S b) => true; public static bool operator !=(S a, S b) => false; }\nclass A { string Join(S s, object o) => \"a\" + s + o; bool Has(S? s) => s == null || null != s; bool Same(S a, S b) => a == b; }");
        Assert.Equal(["A.Join -> S.ToString Calls Exact", "A.Same -> S.op_Equality Calls Exact"], sample.Edges.Where(edge => edge.StartsWith("A.", StringComparison.Ordinal)).Select(edge => edge.Replace("operator ==", "op_Equality", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_struct_without_a_constructor_of_that_kind_calls_none_by_this() =>
        Assert.DoesNotContain(CSharpSample.Of("struct S { int x; public S(int x) : this() { this.x = x; } }").Edges, edge => edge.Contains("Calls", StringComparison.Ordinal));

    [Fact]
    public void Properties_and_indexers_are_called_by_reading_and_writing()
    {
        CSharpSample sample = CSharpSample.Of("class A { public int P { get; set; } public int this[int i] => i; void M(A? a) { P = 1; a!.P++; _ = a?.P; _ = this[2]; _ = a?[3]; } }");
        Assert.Equal(3, sample.Edges.Count(edge => edge == "A.M -> A.P Calls Exact"));
        Assert.Equal(2, sample.Edges.Count(edge => edge == "A.M -> A.this Calls Exact"));
    }

    [Fact]
    public void Initialisers_call_properties_indexers_and_Add()
    {
        CSharpSample sample = CSharpSample.Of("""
            class Bag : System.Collections.IEnumerable { public int Size { get; set; } public int this[string k] { set { } } public void Add(int x) { } public System.Collections.IEnumerator GetEnumerator() => null!; }
            class B { void M() { new Bag { 1, 2 }; new Bag { Size = 3, ["k"] = 4 }; Bag c = [5]; } }
            """);
        Assert.Equal(3, sample.Edges.Count(edge => edge == "B.M -> Bag.Add Calls Exact"));
        Assert.Contains("B.M -> Bag.Size Calls Exact", sample.Edges);
        Assert.Contains("B.M -> Bag.this Calls Exact", sample.Edges);
        Assert.Equal(3, sample.Edges.Count(edge => edge == "B.M -> Bag Constructs Exact"));
    }

    [Fact]
    public void Operators_and_conversions_are_called()
    {
        CSharpSample sample = CSharpSample.Of("""
            struct V { public static V operator +(V a, V b) => a; public static V operator -(V a) => a; public static implicit operator V(int x) => default; public static explicit operator int(V v) => 0; }
            class B { V M(V a, V b) { a += b; V c = 1; Take(2); _ = (int)a; return -a + b; } void Take(V v) { } }
            """);
        Assert.Equal(2, sample.Edges.Count(edge => edge == "B.M -> V.operator + Calls Exact"));
        Assert.Contains("B.M -> V.operator - Calls Exact", sample.Edges);
        Assert.Equal(2, sample.Edges.Count(edge => edge == "B.M -> V.implicit operator V Calls Exact"));
        Assert.Contains("B.M -> V.explicit operator int Calls Exact", sample.Edges);
    }

    [Fact]
    public void A_foreach_calls_its_pattern()
    {
        CSharpSample sample = CSharpSample.Of("""
            class Seq { public It GetEnumerator() => new(); }
            class It : IDisposable { public int Current => 1; public bool MoveNext() => false; public void Dispose() { } }
            class B { void M(Seq s) { foreach (int x in s) { } } }
            """);
        Assert.Contains("B.M -> Seq.GetEnumerator Calls Exact", sample.Edges);
        Assert.Contains("B.M -> It.MoveNext Calls Exact", sample.Edges);
        Assert.Contains("B.M -> It.Current Calls Exact", sample.Edges);
    }

    [Fact]
    public void An_await_calls_its_awaiter()
    {
        CSharpSample sample = CSharpSample.Of("""
            class Job { public Awaiter GetAwaiter() => new(); }
            class Awaiter : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => true; public int GetResult() => 1; public void OnCompleted(Action a) { } }
            class B { async Task M(Job j) { await j; } }
            """);
        Assert.Contains("B.M -> Job.GetAwaiter Calls Exact", sample.Edges);
        Assert.Contains("B.M -> Awaiter.GetResult Calls Exact", sample.Edges);
        Assert.Contains("B.M -> Awaiter.IsCompleted Calls Exact", sample.Edges);
    }

    [Fact]
    public void A_using_disposes()
    {
        CSharpSample sample = CSharpSample.Of("""
            class R : IDisposable { public void Dispose() { } }
            class S : IAsyncDisposable { public ValueTask DisposeAsync() => default; }
            ref struct T { public void Dispose() { } }
            class B { async Task M() { using (new R()) { } using var r = new R(); await using S s = new(); } void N() { using T t = new(); } }
            """);
        Assert.Equal(2, sample.Edges.Count(edge => edge == "B.M -> R.Dispose Calls Exact"));
        Assert.Contains("B.M -> S.DisposeAsync Calls Exact", sample.Edges);
        Assert.Contains("B.N -> T.Dispose Calls Exact", sample.Edges);
    }

    [Fact]
    public void Deconstruction_calls_Deconstruct()
    {
        CSharpSample sample = CSharpSample.Of("""
            class P { public void Deconstruct(out int x, out int y) { x = y = 0; } }
            class B { void M(P p, P[] all) { var (a, b) = p; (a, b) = p; foreach (var (c, d) in all) { } } bool N(object o) => o is P (1, 2); }
            """);
        Assert.Equal(3, sample.Edges.Count(edge => edge == "B.M -> P.Deconstruct Calls Exact"));
        Assert.Contains("B.N -> P.Deconstruct Calls Exact", sample.Edges);
    }

    [Fact]
    public void A_query_calls_its_operators()
    {
        CSharpSample sample = CSharpSample.Of("""
            class Q { public Q Where(Func<int, bool> f) => this; public Q Select(Func<int, int> f) => this; public Q OrderBy(Func<int, int> f) => this; }
            class B { int Key(int x) => x; Q M(Q q) => from x in q where x > 0 orderby Key(x) select x + 1; }
            """);
        foreach (string name in (string[])["Q.Where", "Q.OrderBy", "Q.Select", "B.Key"])
        {
            Assert.Contains($"B.M -> {name} Calls Exact", sample.Edges);
        }
    }

    [Fact]
    public void A_property_in_a_pattern_is_read()
    {
        CSharpSample sample = CSharpSample.Of("class A { public A? Next { get; } public int N { get; } } class B { bool M(A a) => a is { Next.N: 1 } || a switch { { N: 2 } => true, _ => false }; }");
        Assert.Contains("B.M -> A.Next Calls Exact", sample.Edges);
        Assert.Equal(2, sample.Edges.Count(edge => edge == "B.M -> A.N Calls Exact"));
    }

    [Fact]
    public void A_delegate_in_a_property_is_called_through_it()
    {
        CSharpSample sample = CSharpSample.Of("delegate void D(); class A { D On { get; } = null!; void M() { On(); this.On(); } }");
        Assert.Equal(2, sample.Edges.Count(edge => edge == "A.M -> A.On Calls Exact"));
        Assert.Equal(2, sample.Edges.Count(edge => edge == "A.M -> D Calls Delegate"));
    }

    [Fact]
    public void An_attribute_refers_to_its_type()
    {
        CSharpSample sample = CSharpSample.Of("class MarkAttribute : Attribute { } [Mark] class A { [Mark] void M() { } }");
        Assert.Contains("A -> MarkAttribute References Exact", sample.Edges);
        Assert.Contains("A.M -> MarkAttribute References Exact", sample.Edges);
    }
}
