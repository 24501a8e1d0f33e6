namespace StructIndex.Tests;

/// <summary>Variables of Rust that a pattern takes out of a value.</summary>
public sealed class RustPatternTests
{
    private const string Types = """
        pub struct C;
        impl C { pub fn name(&self) {} pub fn find(&self) -> Option<D> { None } }
        pub struct D;
        impl D { pub fn name(&self) {} pub fn load(&self) -> Result<D, Error> { Ok(D) } pub fn next(&self) -> Option<C> { None } }
        pub enum Shape { Plain, One(C, D), Other(C), Wide { left: C, right: Box<D> } }
        pub struct Pair(pub C, D);
        pub struct Both { one: C, other: D, maybe: Option<D>, all: Vec<D>, some: Option<Vec<D>>, kept: std::collections::HashMap<String, D> }
        impl Both { fn all(&self) -> Vec<C> { vec![] } }

        """;

    public static TheoryData<string> Branches => new()
    {
        "fn run(x: C) { if let Some(x) = x.find() { x.name() } }",
        "fn run(c: C) { if let Some(ref x) = c.find() { x.name() } else { } }",
        "fn run(d: D) { if let Ok(mut x) = d.load() { x.name() } }",
        "fn run(d: D) { while let Ok(x) = d.load() { x.name() } }",
        "fn run(x: Option<D>) { let Some(x) = x else { return }; x.name() }",
        "fn run(x: Option<D>) { match x { Some(x) => x.name(), None => {} } }",
        "fn run(d: D) { match d.load() { Ok(x) => x.name(), Err(x) => {} } }",
        "fn run(c: C) { match c.find() { x @ Some(_) => x.unwrap().name(), None => {} } }",
        "fn run(s: Shape) { match s { Shape::One(_, ref x) if true => x.name(), Shape::Other(x) => {}, _ => {} } }",
        "fn run(s: Shape) { match s { Shape::Wide { right, .. } => right.name(), _ => {} } }",
        "fn run(s: &Shape) { match *s { Shape::Wide { right: ref x, left: _ } => x.name(), _ => {} } }",
        "fn run(s: Option<Shape>) { if let Some(Shape::One(_, x)) = s { x.name() } }",
        "impl Shape { fn run(&self) { match self { Self::One(_, x) => x.name(), _ => {} } } }",
        "fn run(p: Pair) { let Pair(a, x) = p; x.name() }",
        "fn run(p: Pair) { p.1.name() }",
        "fn run(b: Both) { let Both { one, other: x, .. } = b; x.name() }",
        "fn run(a: C, b: D) { match (a, b) { (x, y) => y.name() } }",
        "fn run(b: Both) { if let Some(x) = &b.maybe { x.name() } }",
        "fn run(b: Both) { if let Some(x) = b.maybe.as_ref() { x.name() } }",
        "fn run(b: Both) { b.maybe.as_ref().unwrap().name() }",
        "fn run(b: Both) { let x = b.maybe.clone().unwrap(); x.name() }",
        "fn run(b: Both) { b.maybe.as_ref().map(|x| x.name()); }",
        "fn run(b: Both) { b.maybe.map(|x| x.name()); }",
        "fn run(b: Both) { for x in &b.all { x.name() } }",
        "fn run(b: Both) { for (i, x) in b.all.iter().enumerate() { x.name() } }",
        "fn run(b: Both) { b.all.iter().for_each(|x| x.name()); }",
        "fn run(b: Both) { if let Some(x) = b.all.iter().rev().next() { x.name() } }",
        "fn run(mut b: Both) { while let Some(x) = b.all.pop() { x.name() } }",
        "fn run(b: Both) { if let Some(x) = b.kept.get(\"a\") { x.name() } }",
        "fn run(all: &[D]) { for x in all { x.name() } }",
        "fn run(b: Both) { if let Some(x) = b.some.as_ref().unwrap().first() { x.name() } }",
        "fn run(a: C) { { let x = C; x.load(); } { let mut x = D; x.name() } }",
        "fn run(a: C) { { let x = a; } let x = D { }; x.name() }",
        "fn run(a: C) { let x: C = a; let x: &D = more(); x.name() }",
        "fn run(x: C) { let x = D::new(); x.name() }",
        "fn run(x: C) { let x = x.find().unwrap(); x.name() }",
        "fn run(a: C) { let x = std::sync::Arc::new(Mutex::new(D)); x.lock().unwrap().name() }",
        "mod t { pub trait T { fn get(&self) -> super::D; } }\nfn run<I: t::T>(x: I) { x.get().name() }",
        "trait T { fn get(&self) -> D; }\nstruct Of<I> { one: I }\nimpl<I> Of<I> where I: T { fn run(&self) { self.one.get().name() } }",
        "mod m { pub enum E { A(super::D) } }\nfn run(m: C, e: m::E) { match e { m::E::A(x) => x.name() } }",
        "trait T { fn get(&self) -> D; }\nstruct Of<I> { all: Vec<I> }\nimpl<I: T> Of<I> { fn run(&self) { for x in self.all.iter() { x.get().name() } } }",
    };

    [Theory]
    [MemberData(nameof(Branches))]
    public void A_name_in_a_pattern_has_the_type_of_what_it_takes_out(string function) => Assert.Equal(["D Scoped"], Called(function));

    [Theory]
    [InlineData("fn run(x: C, s: Shape) { match s { Shape::One(_, x) => {}, _ => x.name() } }")]
    [InlineData("fn run(x: C, d: Option<D>) { if let Some(x) = d { } else { x.name() } }")]
    [InlineData("fn run(x: C, d: Option<D>) { if let Some(x) = d { } x.name() }")]
    [InlineData("fn run(x: C, b: Both) { for x in b.all { } x.name() }")]
    [InlineData("fn run(d: D) { if let Some(x) = d.next() { x.name() } }")]
    [InlineData("fn run(s: Shape) { match s { Shape::One(x, _) | Shape::Other(x) => x.name(), _ => {} } }")]
    public void Outside_of_it_the_name_has_the_type_of_the_function_and_own_members_are_not_those_of_the_library(string function) => Assert.Equal(["C Scoped"], Called(function));

    [Theory]
    [InlineData("fn run(x: D, d: Result<C, String>) { if let Err(x) = d { x.name() } }")]
    [InlineData("fn run(x: D, b: Both) { for x in b.unknown() { x.name() } }")]
    [InlineData("fn run(x: D, s: Shape) { match s { Shape::Missing(x) => x.name(), _ => {} } }")]
    public void What_is_not_known_is_not_what_has_its_name_around(string function) => Assert.DoesNotContain("D Scoped", Called(function));

    [Fact]
    public void A_list_is_none_of_its_elements() => Assert.Empty(Called("fn run(all: &'static [D]) { all.name() }"));

    [Fact]
    public void A_type_may_be_written_with_its_module() => Assert.Equal(
        ["Parser.build Builder.limit ast.rs"],
        Graphs.Of(
            ("src/lib.rs", "mod ast;\nmod parser;\n"),
            ("src/ast.rs", "pub struct Builder;\nimpl Builder { pub fn limit(&self) {} }\n"),
            ("src/parser.rs", "use crate::ast;\npub struct Builder { a: u32 }\nimpl Builder { pub fn limit(&self) {} }\nstruct Parser { ast: ast::Builder, err: std::fmt::Builder }\nimpl Parser { fn build(&self) { self.ast.limit(); self.err.limit(); } }\n"))
            .Edges.Where(edge => edge.From.Name == "build").Select(edge => $"{edge.From.QualifiedName} {edge.To.QualifiedName} {edge.To.Path[4..]}"));

    private static IEnumerable<string> Called(string function) =>
        Graphs.Of(("lib.rs", Types + function)).Edges.Where(edge => edge.Kind == EdgeKind.Calls && edge.From.Name == "run" && edge.To.Name == "name").Select(edge => $"{edge.To.Container} {edge.Certainty}");
}
