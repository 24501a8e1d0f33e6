namespace StructIndex.Tests;

/// <summary>Names that look like those of the code base and mean something else.</summary>
public sealed class LocalNameTests
{
    [Theory]
    [InlineData("a.swift", "func done(_ x: Int) { }", "b.swift", "class B { func run(done: @escaping (Int) -> Void) { done(1) } }")]
    [InlineData("a.ts", "export function report(x: number) { }", "a2.ts", "import { report } from './a';\nexport function run(report: (x: number) => void) { report(1); }")]
    [InlineData("a.go", "package a\n\nfunc handle(x int) { }\n", "b.go", "package a\n\nfunc run(handle func(int)) { handle(1) }\n")]
    [InlineData("a.c", "void close_cb(int x) { }\n", "b.c", "void run(callback close_cb) { close_cb(1); }\n")]
    public void A_parameter_that_is_called_is_not_the_function_of_that_name(string path, string text, string otherPath, string otherText)
        => Assert.Empty(Graphs.Of((path, text), (otherPath, otherText)).Lines(EdgeKind.Calls));

    [Fact]
    public void A_function_declared_around_the_call_is_seen_although_it_has_a_written_type()
        => Assert.Equal(
            ["run Calls run.later Scoped"],
            Graphs.Of(("a.ts", "type Job = () => void;\nexport function run() { const later: Job = () => { }; later(); }\n")).Lines(EdgeKind.Calls));

    [Fact]
    public void Ok_of_Rust_is_no_type_of_an_impl()
    {
        CodeGraph graph = Graphs.Of(("a.rs", """
            trait Serializer { type Ok; fn end(self) -> Result<Self::Ok, ()>; }
            struct Json;
            impl Serializer for Json {
                type Ok = ();
                fn end(self) -> Result<Self::Ok, ()> { Ok(()) }
            }
            """));
        Assert.Empty(graph.Lines(EdgeKind.Constructs));
        Assert.Empty(graph.Lines(EdgeKind.Calls));
    }

    [Theory]
    [InlineData("a.rs", "struct Json;\nimpl Json {\n    fn end(&self) { flush() }\n    fn flush() { }\n}\n")]
    [InlineData("a.go", "package a\n\ntype Json struct{}\n\nfunc (j Json) End() { Flush() }\n\nfunc (j Json) Flush() { }\n")]
    public void A_method_is_not_called_without_its_type(string path, string text)
        => Assert.Empty(Graphs.Of((path, text)).Lines(EdgeKind.Calls));

    [Theory]
    [InlineData("a.ex", "defmodule A do\n  def purge_all(m), do: m\nend\n", "b.ex", "defmodule B do\n  def run(m), do: :code.purge_all(m)\nend\n")]
    [InlineData("a.hpp", "class A { public: void movable(int x) { } };\n", "b.cpp", "#include \"a.hpp\"\nint run(int x) { return std::movable(x); }\n")]
    [InlineData("A.hs", "module A where\n\nhide :: Int -> Int\nhide x = x\n", "B.hs", "module B where\n\nrun :: Int -> Int\nrun x = hide x\n")]
    [InlineData("a.rb", "class A\n  def respond_to?(name)\n    true\n  end\nend\n", "b.rb", "def run(body)\n  body.respond_to?(:each)\nend\n")]
    [InlineData("a.rb", "class A\n  def to_path\n    1\n  end\nend\n", "b.rb", "def run(body)\n  body.to_path\nend\n")]
    public void What_every_object_or_another_system_has_is_no_member_of_this_code_base(string path, string text, string otherPath, string otherText)
        => Assert.Empty(Graphs.Of((path, text), (otherPath, otherText)).Lines(EdgeKind.Calls));

    [Fact]
    public void What_an_imported_module_of_Haskell_hands_on_is_seen()
        => Assert.Equal(["B.run Calls A.hide Scoped"], Graphs.Of(
            ("A.hs", "module A where\n\nhide :: Int -> Int\nhide x = x\n"),
            ("src/Deep/M.hs", "module Deep.M (module A) where\n\nimport A\n"),
            ("B.hs", "module B where\n\nimport Deep.M\n\nrun :: Int -> Int\nrun x = hide x\n")).Lines(EdgeKind.Calls));

    [Fact]
    public void A_property_that_extends_a_foreign_type_is_no_variable_of_the_file()
    {
        CodeGraph graph = Graphs.Of(("Headers.swift", """
            struct Headers {
                var items: [Int] = []
                mutating func removeOne(at: Int) { headers.removeOne(at: 1) }
            }
            extension URLRequest {
                var headers: Headers { Headers() }
            }
            """));
        Assert.DoesNotContain("Headers.removeOne Calls Headers.removeOne Scoped", graph.Lines());
    }
}
