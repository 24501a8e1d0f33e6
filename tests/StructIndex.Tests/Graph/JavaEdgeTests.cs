namespace StructIndex.Tests;

/// <summary>Calls of Java.</summary>
public class JavaEdgeTests
{
    [Fact]
    public void Constructors_call_one_another() => Assert.Equal(
        ["A.A() Calls A.A(int x)", "B.B() Calls A.A(int x)"],
        Calls("class A { A(int x) { } A() { this(1); } }\nclass B extends A { B() { super(2); } }"));

    [Fact]
    public void The_outer_object_can_be_named() => Assert.Equal(
        ["B.In.m() Calls A.m()"],
        Calls("class A { void m() { } }\nclass B extends A { class In { void m() { B.this.m(); } } }"));

    [Theory]
    [InlineData("w.value(o.toString());", "W.value(String x)")]
    [InlineData("w.value(b.length());", "W.value(int x)")]
    [InlineData("w.value(\"x\");", "W.value(String x)")]
    [InlineData("w.value(n);", "W.value(long x)")]
    [InlineData("w.value(1);", "W.value(int x)")]
    [InlineData("w.value(1L);", "W.value(long x)")]
    [InlineData("w.value(1.5);", "W.value(double x)")]
    [InlineData("w.value(give());", "W.value(Number x)")]
    public void Arguments_choose_the_overload(string call, string expected) => Assert.Contains(
        $"Use.go(W w, Object o, StringBuilder b, long n) Calls {expected}",
        Calls("class W { W value(int x) { return this; } W value(long x) { return this; } W value(double x) { return this; } W value(String x) { return this; } W value(boolean x) { return this; } W value(Number x) { return this; } }\nclass Number { }\n"
            + "class Use { Number give() { return null; } void go(W w, Object o, StringBuilder b, long n) { " + call + " } }"));

    [Fact]
    public void An_overload_of_a_base_is_meant_where_none_of_the_own_fits() => Assert.Equal(
        ["S.keep(Object a, Object b) Calls R.keep(Object a, Object b, Object c)"],
        Calls("class R { static void keep(Object a, Object b, Object c) { } }\nclass S extends R { static void keep(Object a, Object b) { keep(a, b, null); } }"));

    [Fact]
    public void Methods_of_an_anonymous_class_see_those_of_what_it_extends() => Assert.Contains(
        "I.make.next() Calls I.It.nextNode()",
        Calls("class I { abstract class It { int nextNode() { return 1; } abstract int next(); } It make() { return new It() { int next() { return nextNode(); } }; } }"));

    [Fact]
    public void An_argument_that_is_a_call_has_the_type_it_gives() => Assert.Contains(
        "T.get(Class<?> c) Calls T.get(Tok t)",
        Calls("class T { Object get(Class<?> c) { return get(Tok.of(c)); } Object get(Tok t) { return t; } }\nclass Tok { static Tok of(Class<?> c) { return null; } }"));

    [Fact]
    public void Any_number_of_arguments_is_the_last_choice() => Assert.Equal(
        ["T.go() Calls T.two(String s)"],
        Calls("class T { Object two(String s, Object... a) { return s; } Object two(String s) { return s; } Object go() { return two(\"x\"); } }"));

    [Fact]
    public void A_wildcard_is_no_mark_of_an_optional_parameter() => Assert.Equal(
        ["T.go() Calls T.two(String... a)"],
        Calls("class T { void two(String... a) { } void two(Class<?> c) { } void go() { two(); } }"));

    [Fact]
    public void An_abstract_overload_counts_like_one_with_a_body() => Assert.Equal(
        ["P.go(long n) Calls P.num(long n)", "P.text(java.io.Writer w) Calls P.text()"],
        Calls("abstract class P { abstract String text(); int text(java.io.Writer w) { return text().length(); } abstract void num(long n); void num(short n) { } void go(long n) { num(n); } }"));

    [Fact]
    public void Of_many_overloads_that_fit_one_stands_for_all()
    {
        string overloads = string.Concat("BCDEFGH".Select(type => $"void put({type} x) {{ }} "));
        CodeEdge edge = Assert.Single(Graphs.Of(("A.java", "class A { " + overloads + "void go() { put(unknown); } }")).Edges, edge => edge.Kind == EdgeKind.Calls);
        Assert.Equal(("put", EdgeCertainty.Candidate), (edge.To.Name, edge.Certainty));
    }

    [Fact]
    public void Long_chains_are_followed()
    {
        string chain = string.Concat(Enumerable.Repeat(".withSomeSetting(true)", 12));
        Assert.Equal(
            ["T.go() Calls B.make()", "T.go() Calls B.withSomeSetting(boolean b)"],
            Calls($"class B {{ B withSomeSetting(boolean b) {{ return this; }} int make() {{ return 1; }} }}\nclass C {{ int make() {{ return 2; }} }}\nclass T {{ void go() {{ new B(){chain}\n    .make(); }} }}"));
    }

    [Fact]
    public void An_object_of_a_class_without_a_name_has_the_members_of_its_base() => Assert.Equal(
        ["T.go() Calls K.type()", "T.go() Calls K.with(Object o)"],
        Calls("class K<X> { Object type() { return 1; } K<X> with(Object o) { return this; } }\nclass L { Object type() { return 2; } }\nclass T { void go() { new K<java.util.List<String>>() {}.with(new K<T>() { int f() { return 1; } }).type(); } }"));

    [Theory]
    [InlineData("a.put(Names.QUOTE)", "A.put(char c)")]
    [InlineData("a.put(NEXT)", "A.put(Character c)")]
    [InlineData("a.put(Character.valueOf('x'))", "A.put(Character c)")]
    [InlineData("a.put(text())", "A.put(Text t)")]
    [InlineData("a.put((Text) o)", "A.put(Text t)")]
    public void Constants_calls_and_casts_show_the_type_of_an_argument(string call, string expected)
    {
        CodeEdge edge = Assert.Single(
            Graphs.Of(("T.java", "class Text { }\nclass Names { static final char QUOTE = 'q'; }\nclass A { void put(char c) { } void put(Character c) { } void put(Text t) { } }\nclass T { static final Character NEXT = 'n'; Text text() { return null; } void go(A a, Object o) { " + call + "; } }")).Edges,
            edge => edge.To.Name == "put");
        Assert.Equal((expected, EdgeCertainty.Scoped), ($"A.{edge.To.Signature[5..]}", edge.Certainty));
    }

    [Fact]
    public void Null_is_no_plain_value() => Assert.Equal(
        ["T.go(A a) Calls A.put(Character c)"],
        Calls("class A { void put(char c) { } void put(Character c) { } }\nclass T { void go(A a) { a.put(null); } }"));

    [Fact]
    public void A_character_is_no_text() => Assert.Equal(
        ["T.go(A a) Calls A.put(char c)"],
        Calls("class A { void put(char c) { } void put(String s) { } void put(Character c) { } }\nclass T { void go(A a) { a.put('x'); } }"));

    private static string[] Calls(string text) =>
        [.. Graphs.Of(("A.java", text)).Edges.Where(edge => edge.Kind is EdgeKind.Calls && edge.Certainty == EdgeCertainty.Scoped).Select(edge => $"{Shown(edge.From)} Calls {Shown(edge.To)}").Order(StringComparer.Ordinal)];

    private static string Shown(CodeUnit unit) => unit.QualifiedName + unit.Signature[unit.Signature.IndexOf('(', StringComparison.Ordinal)..];
}
