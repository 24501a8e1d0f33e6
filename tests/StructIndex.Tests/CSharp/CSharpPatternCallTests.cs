namespace StructIndex.Tests;

/// <summary>Members that no name spells out, each as the compiled code calls it; and what is no call though the compiler names a symbol.</summary>
public sealed class CSharpPatternCallTests
{
    [Fact]
    public void Built_in_operators_of_enums_and_delegates_are_no_calls()
    {
        CSharpSample sample = CSharpSample.Of("""
            struct V { public static V operator +(V a, V b) => a; }
            enum Flags { A, B }
            delegate void D();
            class C { bool M(Flags f, D d) { f |= Flags.A; d += d; f++; return (f & Flags.B) == Flags.B && d == d && f != Flags.A; } }
            """);
        Assert.DoesNotContain(sample.Edges, edge => edge.StartsWith("C.M -> Flags", StringComparison.Ordinal) || edge.StartsWith("C.M -> D", StringComparison.Ordinal));
    }

    [Fact]
    public void A_suppressed_warning_is_no_call_of_the_type_that_declares_the_field()
    {
        CSharpSample sample = CSharpSample.Of("class V { public static V operator +(V a, V b) => a; string? _text; int M() => _text!.Length + this._text!.Length; }");
        Assert.DoesNotContain("V.M -> V Calls Exact", sample.Edges);
    }

    [Fact]
    public void What_the_compiler_makes_for_a_record_is_no_call_but_its_properties_are_the_record()
    {
        CSharpSample sample = CSharpSample.Of("""
            struct V { public static V operator +(V a, V b) => a; }
            record R(int X);
            class C { bool M(R a, R b) { var (x, _) = (1, 2); a.Deconstruct(out int y); return a == b; } int N(R a) => a.X; }
            """);
        Assert.DoesNotContain(sample.Edges, edge => edge.StartsWith("C.M -> R", StringComparison.Ordinal));
        Assert.Contains("C.N -> R Calls Exact", sample.Edges);
    }

    [Fact]
    public void A_constructor_writes_the_field_of_a_property_without_a_setter()
    {
        CSharpSample sample = CSharpSample.Of("class A { public int P { get; } public int Q { get; } public int R { get; set; } public A() { P = 1; (Q, R) = (2, P); } }");
        Assert.Contains("A.A -> A.P References Exact", sample.Edges);
        Assert.Contains("A.A -> A.Q References Exact", sample.Edges);
        Assert.Equal(1, sample.Edges.Count(edge => edge == "A.A -> A.P Calls Exact"));
        Assert.DoesNotContain("A.A -> A.Q Calls Exact", sample.Edges);
        Assert.Contains("A.A -> A.R Calls Exact", sample.Edges);
    }

    [Fact]
    public void A_constructor_calls_the_base_constructor_that_it_does_not_name()
    {
        CSharpSample sample = CSharpSample.Of("""
            class A { public A(int x = 1) { } public A(string s) { } }
            class B : A { public B() { } static B() { } public B(int y) : this() { } }
            class C : A { }
            class D(int z) : A { int Z => z; }
            class E(int z) : A(z);
            class F { }
            class G : F { public G() { } }
            """);
        Assert.Equal(1, sample.Edges.Count(edge => edge == "B.B -> A.A Calls Exact"));
        Assert.Contains("C -> A.A Calls Exact", sample.Edges);
        Assert.Contains("D -> A.A Calls Exact", sample.Edges);
        Assert.Equal(1, sample.Edges.Count(edge => edge == "E -> A.A Calls Exact"));
        Assert.DoesNotContain("G.G -> F Calls Exact", sample.Edges);
        Assert.All(sample.Bound.Where(edge => edge.To.Name == "A" && edge.To.Kind == UnitKind.Constructor), edge => Assert.Contains("int x", edge.To.Signature, StringComparison.Ordinal));
    }

    [Fact]
    public void A_collection_expression_calls_constructor_and_Add_or_the_builder()
    {
        CSharpSample sample = CSharpSample.Of("""
            using System.Collections; using System.Collections.Generic; using System.Runtime.CompilerServices;
            class Bag : IEnumerable<int> { public Bag() { } public void Add(int x) { } public void Add(string s) { } public IEnumerator<int> GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; }
            [CollectionBuilder(typeof(Ring), nameof(Ring.Create))] class Ring : IEnumerable<int> { public static Ring Create(System.ReadOnlySpan<int> items) => null!; public IEnumerator<int> GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; }
            class C { void M(int[] more) { Bag b = [1, .. more]; } void N() { Ring r = [1, 2]; } }
            """);
        Assert.Contains("C.M -> Bag.Bag Constructs Exact", sample.Edges);
        Assert.Equal(2, sample.Bound.Count(edge => CSharpSample.Line(edge) == "C.M -> Bag.Add Calls Exact" && edge.To.Signature.Contains("int x", StringComparison.Ordinal)));
        Assert.Contains("C.N -> Ring.Create Calls Exact", sample.Edges);
        Assert.DoesNotContain("C.N -> Ring Constructs Exact", sample.Edges);
    }

    [Fact]
    public void Conversions_happen_in_every_place_that_asks_for_another_type()
    {
        CSharpSample sample = CSharpSample.Of("""
            using System; using System.Collections.Generic;
            struct V { public static implicit operator V(int x) => default; public static implicit operator int(V v) => 0; }
            class C
            {
                V Ternary(bool b) => b ? 1 : new V();
                V Arm(int i) => i switch { 0 => 1, _ => new V() };
                V[] Elements() { V[] a = { 1 }; return a; }
                List<V> Collected() { List<V> l = [1]; return l; }
                int Left(V v) => v + 1;
                void Compound(int i, V v) { i += v; }
                Func<int, V> Lambda() => x => x;
                IEnumerable<V> Yields() { yield return 1; }
                void Each(int[] a) { foreach (V v in a) { } }
                int[] Size(V v) { int[] a = new int[v]; return a; }
            }
            """);
        Assert.All(
            (string[])["Ternary", "Arm", "Elements", "Collected", "Lambda", "Yields", "Each"],
            method => Assert.Contains($"C.{method} -> V.implicit operator V Calls Exact", sample.Edges));
        Assert.All((string[])["Left", "Compound", "Size"], method => Assert.Contains($"C.{method} -> V.implicit operator int Calls Exact", sample.Edges));
    }

    [Fact]
    public void A_condition_calls_operator_true()
    {
        CSharpSample sample = CSharpSample.Of("""
            struct T { public static bool operator true(T t) => true; public static bool operator false(T t) => false; public static T operator &(T a, T b) => a; }
            class C { void If(T t) { if (t) { } } int Choice(T t) => t ? 1 : 2; T And(T a, T b) => a && b; void Plain(bool b) { if (b) { } } }
            """);
        Assert.Contains("C.If -> T.operator true Calls Exact", sample.Edges);
        Assert.Contains("C.Choice -> T.operator true Calls Exact", sample.Edges);
        Assert.Contains("C.And -> T.operator false Calls Exact", sample.Edges);
        Assert.Contains("C.And -> T.operator & Calls Exact", sample.Edges);
        Assert.DoesNotContain(sample.Edges, edge => edge.StartsWith("C.Plain", StringComparison.Ordinal));
    }

    [Fact]
    public void Tuples_are_compared_by_the_operators_of_their_elements()
    {
        CSharpSample sample = CSharpSample.Of("struct V { public static bool operator ==(V a, V b) => true; public static bool operator !=(V a, V b) => true; } class C { bool M(V a, V b) => (a, 1) == (b, 2); }");
        Assert.Contains("C.M -> V.operator == Calls Exact", sample.Edges);
        Assert.DoesNotContain("C.M -> V.operator != Calls Exact", sample.Edges);
    }

    [Fact]
    public void Ranges_and_list_patterns_go_through_length_indexer_and_Slice()
    {
        CSharpSample sample = CSharpSample.Of("""
            class Row { public int Length => 1; public int this[int i] => i; public Row Slice(int start, int length) => this; }
            class C { int Last(Row r) => r[^1]; Row Part(Row r) => r[1..]; bool Match(Row r) => r is [1, .. var rest]; }
            """);
        Assert.All((string[])["Row.Length", "Row.this"], member => Assert.Contains($"C.Last -> {member} Calls Exact", sample.Edges));
        Assert.All((string[])["Row.Length", "Row.Slice"], member => Assert.Contains($"C.Part -> {member} Calls Exact", sample.Edges));
        Assert.All((string[])["Row.Length", "Row.this", "Row.Slice"], member => Assert.Contains($"C.Match -> {member} Calls Exact", sample.Edges));
    }

    [Fact]
    public void An_interpolated_string_calls_the_handler_of_the_code_base()
    {
        CSharpSample sample = CSharpSample.Of("""
            [System.Runtime.CompilerServices.InterpolatedStringHandler]
            ref struct H { public H(int literal, int formatted) { } public void AppendLiteral(string s) { } public void AppendFormatted<T>(T value) { } }
            class C { void M(int x) { Log($"value {x}"); } void Log(H text) { } }
            """);
        Assert.Contains("C.M -> H.H Constructs Exact", sample.Edges);
        Assert.Contains("C.M -> H.AppendLiteral Calls Exact", sample.Edges);
        Assert.Contains("C.M -> H.AppendFormatted Calls Exact", sample.Edges);
    }

    [Fact]
    public void A_fixed_statement_pins_by_pattern()
    {
        CSharpSample sample = CSharpSample.Of("class P { int _x; public ref int GetPinnableReference() => ref _x; } class C { unsafe void M(P p) { fixed (int* at = p) { } } }");
        Assert.Contains("C.M -> P.GetPinnableReference Calls Exact", sample.Edges);
    }
}
