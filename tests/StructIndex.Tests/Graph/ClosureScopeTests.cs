namespace StructIndex.Tests;

/// <summary>A name that a closure or a loop gives another type than the function around it.</summary>
public sealed class ClosureScopeTests
{
    private const string Go = """
        package a

        type C struct{}

        func (c *C) Name()    {}
        func (c *C) Own() *C  { return c }
        func NewC() *C        { return &C{} }

        type D struct{}

        func (d *D) Name()    {}
        func (d *D) Own() *D  { return d }


        """;

    private const string Java = """
        class C { void name() { } C own() { return this; } }
        class D { void name() { } D own() { return this; } }

        """;

    private const string Script = """
        class C { name() { } own(): C { return this; } }
        class D { name() { } own(): D { return this; } }

        """;

    private const string Rust = """
        pub struct C;
        impl C { pub fn name(&self) {} pub fn own(&self) -> C { C } }
        pub struct D;
        impl D { pub fn name(&self) {} pub fn own(&self) -> D { D } }

        """;

    private const string Php = """
        <?php
        class C { function name() { } function own(): C { return $this; } }
        class D { function name() { } function own(): D { return $this; } }

        """;

    public static TheoryData<string, string, string> Inside => new()
    {
        { "a.go", Go, "func run(x *C) { f := func(x *D) { x.Name() }; f(nil) }" },
        { "a.go", Go, "func run() { x := NewC(); _ = x; f := func(x *D) { x.Own().Name() }; f(nil) }" },
        { "a.go", Go, "func run(x *C) { f := func(x *D) { g := func(y *C) { x.Name() }; g(nil) }; f(nil) }" },
        { "a.ts", Script, "function run(x: C, f: any) { f((x: D) => x.name()); }" },
        { "a.ts", Script, "function run(x: C, f: any) { f(function (x: D) { x.own().name(); }); }" },
        { "A.java", Java, "class A { void run(C x, F f) { f.take((D x) -> x.name()); } }" },
        { "A.java", Java, "class A { void run(java.util.List<D> ds) { for (D x : ds) { x.name(); } for (C x : cs) { } } }" },
        { "lib.rs", Rust, "fn run(x: C) { let f = |x: D| x.name(); f(D); }" },
        { "a.php", Php, "function run(C $x) { return function (D $x) { $x->name(); }; }" },
        { "a.php", Php, "function run(C $x) { return fn (D $x) => $x->name(); }" },
    };

    public static TheoryData<string, string, string> Behind => new()
    {
        { "a.go", Go, "func run(x *C) { f := func(x *D) { }; f(nil); x.Name() }" },
        { "a.go", Go, "func run() { x := NewC(); f := func(x *D) { }; f(nil); x.Name() }" },
        { "a.ts", Script, "function run(x: C, f: any) { f((x: D) => 1); x.name(); }" },
        { "A.java", Java, "class A { void run(C x, F f) { f.take((D x) -> 1); x.name(); } }" },
        { "lib.rs", Rust, "fn run(x: C) { let f = |x: D| 1; f(D); x.name(); }" },
        { "a.php", Php, "function run(C $x) { $f = fn (D $x) => 1; $x->name(); }" },
    };

    [Theory]
    [MemberData(nameof(Inside))]
    public void In_a_closure_or_loop_a_name_has_the_type_that_it_is_given_there(string path, string types, string function) => Assert.Equal("D", Called(path, types + function));

    [Theory]
    [MemberData(nameof(Behind))]
    public void Outside_of_it_the_name_has_the_type_of_the_function(string path, string types, string function) => Assert.Equal("C", Called(path, types + function));

    [Fact]
    public void What_a_library_gives_the_closure_is_not_ours() => Assert.DoesNotContain(
        Graphs.Of(("a.go", Go + "func run() { x := NewC(); f := func(x io.Writer) { x.Name() }; f(nil); _ = x }")).Edges,
        edge => edge.To.Name == "Name");

    private static string Called(string path, string text)
    {
        CodeEdge edge = Assert.Single(Graphs.Of((path, text)).Edges, edge => edge.Kind == EdgeKind.Calls && edge.From.Name == "run" && edge.To.Name is ("name" or "Name"));
        Assert.Equal(EdgeCertainty.Scoped, edge.Certainty);
        return edge.To.Container.Split('.')[^1];
    }
}
