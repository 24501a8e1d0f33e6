namespace StructIndex.Tests;

public class TypesOfValuesTests
{
    [Fact]
    public void A_variable_has_the_type_that_the_called_function_returns()
    {
        CodeGraph graph = Graphs.Of(
            ("a.go", "package a\n\ntype Mux struct{}\n\nfunc (m *Mux) Use() *Mux { return m }\n\ntype Other struct{}\n\nfunc (o *Other) Use() {}\n\nfunc NewRouter() (*Mux, error) { return &Mux{}, nil }\n\nfunc run() {\n\tr, _ := NewRouter()\n\tr.Use().Use()\n}\n"));
        Assert.Equal(["run Calls NewRouter Scoped", "run Calls Mux.Use Scoped"], graph.Lines().Where(line => line.Contains("run", StringComparison.Ordinal)).Select(line => line.Replace("a.", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Variables_that_are_made_of_each_other_end() => Assert.NotNull(Graphs.Of(
        ("a.py", "class Node:\n    def first(self): return self\n    def second(self): return self\ndef rewrite(node, other):\n    other = node\n    node = other.first()\n    other = node.second()\n    node = other\n    return node.first()\n")));

    [Fact]
    public void Modules_that_hand_on_everything_of_each_other_end() => Assert.NotNull(Graphs.Of(
        [.. Enumerable.Range(0, 40).Select(file => ($"m{file}.ts", string.Concat(Enumerable.Range(0, 40).Select(other => $"export * from './m{other}';\n")) + "import { nowhere } from './m0';\nexport function go() { nowhere.run(); }\n"))]));

    [Fact]
    public void A_chain_of_calls_is_followed_by_what_each_returns()
    {
        CodeGraph graph = Graphs.Of(
            ("A.java", "package p;\nclass Builder {\n  Builder name(String n) { return this; }\n  Thing build() { return new Thing(); }\n}\nclass Thing { void close() {} }\nclass Door { void close() {} void name() {} }\nclass Main {\n  void run() { new Builder().name(\"x\").build().close(); }\n}\n"));
        Assert.Equal(
            ["p.Builder", "p.Builder.name", "p.Builder.build", "p.Thing.close"],
            graph.CalleesOf(graph.One("Main.run")).Where(edge => edge.Certainty == EdgeCertainty.Scoped).Select(edge => edge.To.QualifiedName).OrderBy(name => "Builder name build close".IndexOf(name[(name.LastIndexOf('.') + 1)..], StringComparison.Ordinal)));
    }

    [Fact]
    public void Overloads_are_chosen_by_the_arguments_that_show_their_type()
    {
        CodeGraph graph = Graphs.Of(
            ("A.java", "package p;\nclass Box {\n  void put(String s) {}\n  void put(int i) {}\n  void put(Shape s) {}\n  void put(String s, int i) {}\n}\nclass Shape {}\nclass Circle extends Shape {}\nclass Main {\n  void a(Box b) { b.put(\"x\"); }\n  void b(Box b) { b.put(1); }\n  void c(Box b) { b.put(new Circle()); }\n  void d(Box b) { b.put(\"x\", 1); }\n  void e(Box b) { b.put(unknown()); }\n}\n"));
        string Put(string caller) => string.Join(" | ", graph.CalleesOf(graph.One(caller)).Where(edge => edge.To.Name == "put").Select(edge => $"{edge.To.Signature} {edge.Certainty}"));
        Assert.Equal("void put(String s) Scoped", Put("Main.a"));
        Assert.Equal("void put(int i) Scoped", Put("Main.b"));
        Assert.Equal("void put(Shape s) Scoped", Put("Main.c"));
        Assert.Equal("void put(String s, int i) Scoped", Put("Main.d"));
        Assert.Equal("void put(String s) Candidate", Put("Main.e"));
    }

    [Fact]
    public void A_type_parameter_stands_for_what_it_is_bound_to()
    {
        CodeGraph graph = Graphs.Of(
            ("src/lib.rs", "pub trait Visitor { fn visit_unit(&self); }\npub trait Walker { fn visit_unit(&self); }\npub fn accept<V: Visitor>(visitor: V) { visitor.visit_unit(); }\n"));
        Assert.Contains("accept Calls Visitor.visit_unit Scoped", graph.Lines());
    }

    [Fact]
    public void A_cast_says_the_type()
    {
        CodeGraph graph = Graphs.Of(
            ("a.ts", "class A { go() {} }\nclass B { go() {} }\nexport function f(x: unknown) {\n  (x as B).go()\n}\n"));
        Assert.Contains("f Calls B.go Scoped", graph.Lines());
    }

    [Fact]
    public void What_a_library_gives_is_not_guessed_at()
    {
        CodeGraph graph = Graphs.Of(
            ("a.go", "package a\n\nimport \"net/http/httptest\"\n\ntype W struct{}\n\nfunc (w *W) CloseQuietly() {}\n\nfunc run() {\n\ts := httptest.NewServer(nil)\n\ts.CloseQuietly()\n}\n"));
        Assert.Empty(graph.Edges);
    }

    [Fact]
    public void A_workspace_package_is_found_by_its_name()
    {
        CodeGraph graph = Graphs.Of(
            ("packages/core/package.json", "{ \"name\": \"@acme/core\" }"),
            ("packages/core/src/index.ts", "export * from './lib'\n"),
            ("packages/core/src/lib.ts", "export function start() {}\n"),
            ("packages/app/main.ts", "import { start } from '@acme/core'\nimport * as core from '@acme/core'\nexport function main() { start() }\nexport function other() { core.start() }\n"));
        Assert.Equal(["main Calls start Scoped", "other Calls start Scoped"], graph.Lines());
    }

    [Theory]
    [InlineData("load()", true)]
    [InlineData("load().await", true)]
    [InlineData("load()?", true)]
    [InlineData("load().unwrap()", true)]
    [InlineData("load().await?", true)]
    [InlineData("load().owner", false)]
    [InlineData("load().into_owner()", false)]
    public void A_value_that_is_unwrapped_still_has_the_type_that_the_call_returns(string value, bool isKnown)
    {
        CodeGraph graph = Graphs.Of(
            ("src/lib.rs", $$"""
                pub struct Account;
                impl Account { pub fn settle_up(&self) {} }
                pub struct Owner;
                impl Owner { pub fn settle_up(&self) {} }
                pub fn load() -> Account { Account }
                pub fn run() { let it = {{value}}; it.settle_up(); }
                """));
        Assert.Equal(isKnown, graph.Lines().Contains("run Calls Account.settle_up Scoped"));
    }

    [Fact]
    public void A_value_that_is_forced_still_has_the_type_that_the_call_returns()
    {
        CodeGraph graph = Graphs.Of(
            ("a.swift", """
                class Account { func settleUp() {} }
                class Owner { func settleUp() {} }
                func load() -> Account? { return nil }
                func run() { let it = load()!; it.settleUp() }
                """));
        Assert.Contains("run Calls Account.settleUp Scoped", graph.Lines());
    }

    [Fact]
    public void A_module_of_a_workspace_package_is_found_in_its_source_folder()
    {
        CodeGraph graph = Graphs.Of(
            ("packages/kernel/package.json", "{ \"name\": \"@acme/core\" }"),
            ("packages/kernel/src/deep/part.ts", "export function start() {}\n"),
            ("packages/other/deep/part.ts", "export function start() {}\n"),
            ("packages/app/main.ts", "import { start } from '@acme/core/deep/part'\nexport function main() { start() }\n"));
        Assert.Equal("packages/kernel/src/deep/part.ts", Assert.Single(graph.Edges).To.Path);
    }

    [Fact]
    public void A_method_that_hands_its_work_on_does_not_call_itself()
    {
        CodeGraph graph = Graphs.Of(("a.py", "class Proxy:\n    def keep_forever(self, inner):\n        inner.keep_forever()\n"));
        Assert.Empty(graph.Edges);
    }
}
