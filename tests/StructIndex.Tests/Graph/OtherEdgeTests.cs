namespace StructIndex.Tests;

/// <summary>Calls of Rust, C++, PHP and Ruby.</summary>
public class OtherEdgeTests
{
    [Fact]
    public void Arguments_of_macros_are_calls_in_Rust() => Assert.Equal(
        ["Shop.again Calls Shop.price", "adds Calls helper", "adds Tests helper", "listed Calls helper", "made Calls Shop.open", "priced Calls Shop.price", "priced Tests Shop.price", "printed Calls helper"],
        Edges("""
            pub fn helper() -> u32 { 1 }
            pub struct Shop;
            impl Shop { pub fn price(&self) -> u32 { 2 } pub fn open() -> Self { Shop } fn again(&self) { println!("{}", self.price()); } }
            fn printed() { println!("{}", helper()); }
            fn listed() { let x = vec![helper(), helper()]; }
            fn made() { let x = vec![Shop::open()]; }
            #[test]
            fn adds() { assert_eq!(helper(), 1); }
            #[test]
            fn priced() { let s = Shop; assert!(s.price() > 1); }
            """, "lib.rs"));

    [Fact]
    public void A_crate_is_called_as_its_manifest_says() => Assert.Equal(
        ["main Calls Store.open", "main Calls Store.put", "main Calls init"],
        Edges(
            ("crates/app/src/main.rs", "use depot_core::{init, Store};\n\nfn main() {\n    init();\n    let s = Store::open();\n    s.put();\n}\n"),
            ("crates/core/src/lib.rs", "pub mod store;\npub use store::Store;\npub fn init() {}\n"),
            ("crates/core/src/store.rs", "pub struct Store;\n\nimpl Store {\n    pub fn open() -> Self {\n        Store\n    }\n    pub fn put(&self) {}\n}\n"),
            ("crates/core/Cargo.toml", "[package]\nname = \"depot-core\"\nversion = \"0.1.0\"\n")).Where(edge => edge.StartsWith("main", StringComparison.Ordinal)));

    [Fact]
    public void A_use_in_groups_of_groups_names_its_modules_and_their_types_in_Rust() => Assert.Equal(
        ["read Calls Span.new", "read Calls class", "read Calls is_meta"],
        Edges(
            ("src/lib.rs", "mod ast;\nmod hir;\nmod parse;\npub fn is_meta() -> bool { true }\n"),
            ("src/ast.rs", "pub struct Span;\nimpl Span { pub fn new(a: u32) -> Span { Span } }\n"),
            ("src/hir.rs", "pub struct Other;\nimpl Other { pub fn new(a: u32) -> Other { Other } }\npub fn class() {}\n"),
            ("src/more.rs", "pub struct Span;\nimpl Span { pub fn new(a: u32) -> Span { Span } }\npub fn class() {}\n"),
            ("src/parse.rs", "use crate::{\n    ast::{self, Span},\n    hir,\n    is_meta,\n};\n\nfn read() {\n    Span::new(1);\n    hir::class();\n    is_meta();\n}\n")).Where(edge => edge.StartsWith("read Calls", StringComparison.Ordinal)));

    [Fact]
    public void A_trait_may_be_named_by_its_path() => Assert.Contains(
        "ByCrate Implements Flag",
        Graphs.Of(("lib.rs", "pub trait Flag { fn name(&self) -> u32; }\npub struct ByCrate;\nimpl crate::Flag for ByCrate { fn name(&self) -> u32 { 2 } }\n")).Edges.Select(edge => $"{edge.From.QualifiedName} {edge.Kind} {edge.To.QualifiedName}"));

    [Theory]
    [InlineData("void run(List& l) { l.begin(); }", "begin()")]
    [InlineData("void run(const List& l) { l.begin(); }", "begin() const")]
    [InlineData("void run(List const* l) { l->begin(); }", "begin() const")]
    [InlineData("void run() { const List l; List m; m.begin(); }", "begin()")]
    [InlineData("void run() { List m; const List& l = m; l.begin(); }", "begin() const")]
    [InlineData("void run() { int list = 0; const List st; st.begin(); }", "begin() const")]
    [InlineData("void List::run() const { begin(); }", "begin() const")]
    [InlineData("void List::run() { this->begin(); }", "begin()")]
    public void Of_members_that_differ_by_const_the_one_of_the_object_is_meant_in_Cpp(string caller, string called) => Assert.Equal(
        [$"run {called} Scoped"],
        Graphs.Of(("list.h", "class List { public: int* begin(); const int* begin() const; void run(); void run() const; };\n"), ("list.cpp", "#include \"list.h\"\nint* List::begin() { return 0; }\nconst int* List::begin() const { return 0; }\n"), ("a.cpp", $"#include \"list.h\"\n{caller}\n"))
            .Edges.Where(edge => edge.From.Name == "run" && edge.To.Name == "begin").Select(edge => $"{edge.From.Name} {edge.To.Signature[edge.To.Signature.IndexOf("begin", StringComparison.Ordinal)..]} {edge.Certainty}"));

    [Theory]
    [InlineData("void run(json::Value& value) { value.size(); }")]
    [InlineData("void run(int a, const json::Value& value = json::Value()) { value.size(); }")]
    [InlineData("void run(int a, json::Value* value = 0) { value->size(); }")]
    [InlineData("void run(json::Value json) { json.size(); }")]
    [InlineData("struct S { json::Value json; void run() { json.size(); } };")]
    [InlineData("struct S { json::Value* S; void run() { S->size(); } };")]
    [InlineData("struct S { struct part { }; S::part part; json::Value value; void run() { part.size(); value.size(); } };")]
    public void A_type_of_a_namespace_is_not_another_by_its_name_in_Cpp(string caller) => Assert.Equal(
        ["run json.Value.size Scoped"],
        Graphs.Of(("json.h", "namespace json { class Value { public: int size() { return 1; } }; }\n"), ("other.h", "namespace other { class Value { public: int size() { return 1; } }; }\n"), ("a.cpp", $"#include \"json.h\"\n#include \"other.h\"\n{caller}\n"))
            .Edges.Where(edge => edge.From.Name == "run" && edge.To.Name == "size").Select(edge => $"{edge.From.Name} {edge.To.QualifiedName} {edge.Certainty}"));

    [Fact]
    public void A_constructor_makes_its_base_in_Cpp() => Assert.Equal(
        ["Error Constructs Base", "Error Constructs ns.Plain"],
        Graphs.Of(("a.cpp", "struct Base { int a; };\nnamespace ns { struct Plain { int b; }; }\nstruct Error : Base, ns::Plain { int c; Error(int a) : Base(a), ns::Plain(a), c(a) {} };\n"))
            .Edges.Where(edge => edge.Kind == EdgeKind.Constructs).Select(edge => $"{edge.From.Name} {edge.Kind} {edge.To.QualifiedName}").Order(StringComparer.Ordinal));

    [Fact]
    public void Definitions_for_several_platforms_in_one_file_are_one_function_in_Cpp() => Assert.Equal(
        ["run fail Scoped"],
        Graphs.Of(("fail.h", "void fail(const char* text);\n"), ("fail.cpp", "#include \"fail.h\"\n#if THROWS\nvoid fail(const char* text) { throw text; }\n#else\nvoid fail(const char* text) { abort(); }\n#endif\nvoid run() { fail(0); }\n"))
            .Edges.Where(edge => edge.From.Name == "run" && edge.To.Name == "fail").Select(edge => $"{edge.From.Name} {edge.To.Name} {edge.Certainty}"));

    [Theory]
    [InlineData("void run() { std::unique_ptr<store::Reader> r(make()); r->parse(1); }")]
    [InlineData("void run() { ReaderPtr r(make()); r->parse(1); }")]
    [InlineData("void run() { ReaderPtr r = make(); r->parse(1); }")]
    [InlineData("void run() { Second r(make()); r->parse(1); }")]
    [InlineData("void run(const ReaderPtr& r) { r->parse(1); make(); }")]
    public void What_a_type_alias_stands_for_says_whose_a_member_is_in_Cpp(string caller) => Assert.Equal(
        ["run Calls make", "run Calls store.Reader.parse"],
        Graphs.Of(("a.cpp", $$"""
            #include <memory>
            namespace store {
            class Reader { public: bool parse(int a); };
            class Other { public: bool parse(int a); };
            }
            using ReaderPtr = std::unique_ptr<store::Reader>;
            using Second = ReaderPtr;
            store::Reader* make();
            {{caller}}
            """)).Edges.Where(edge => edge.From.Name == "run").Select(edge => $"{edge.From.Name} {edge.Kind} {edge.To.QualifiedName}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("void run() { store::crc::sum(1); }")]
    [InlineData("void run() { ::store::crc::sum(1); }")]
    [InlineData("using ::store::crc::sum; void run() { ::store::crc::sum(1); }")]
    [InlineData("namespace store { void run() { crc::sum(1); } }")]
    [InlineData("namespace store { namespace log { void run() { crc::sum(1); } } }")]
    [InlineData("namespace store { class Other { int sum(int a); }; void run() { crc::sum(1); } }")]
    public void A_function_of_a_namespace_is_named_from_the_root_or_from_the_namespaces_around_in_Cpp(string caller) => Assert.Equal(
        ["run Calls store.crc.sum"],
        Graphs.Of(
            ("crc.h", "namespace store {\nnamespace crc {\ninline int sum(int a) { return a; }\n}\n}\n"),
            ("other.h", "namespace other {\nnamespace crc {\ninline int sum(int a) { return a; }\n}\n}\n"),
            ("a.cpp", $"#include \"crc.h\"\n#include \"other.h\"\n{caller}\n")).Edges.Where(edge => edge.From.Name == "run").Select(edge => $"{edge.From.Name} {edge.Kind} {edge.To.QualifiedName}"));

    [Fact]
    public void Namespaces_and_outer_classes_name_a_static_function_in_Cpp() => Assert.Equal(
        ["direct Calls sim.Boot.Run", "local Calls sim.Boot.Run", "nested Calls Out.In.go"],
        Edges(
            ("boot.cpp", "#include \"boot.h\"\nnamespace sim {\nint Boot::Run(int n) { return n; }\n}\n"),
            ("boot.h", "#pragma once\nnamespace sim {\nclass Boot { public: static int Run(int n); };\n}\n"),
            ("main.cpp", "#include \"boot.h\"\nint direct() { return sim::Boot::Run(3); }\nint local() { using namespace sim; return Boot::Run(3); }\nclass Out { public: class In { public: static int go() { return 1; } }; };\nint nested() { return Out::In::go(); }\n")));

    [Fact]
    public void Methods_of_traits_may_be_renamed_in_Php() => Assert.Equal(
        ["Page.x Calls Greets.hello", "Page.y Calls Greets.bye", "Page.z Calls Greets.bye"],
        Edges("<?php\ntrait Greets { public function hello() {} public function bye() {} }\nclass Page {\n  use Greets { hello as loud; Greets::bye as protected farewell; }\n  function x() { $this->loud(); }\n  function y() { $this->farewell(); }\n  function z() { $this->bye(); }\n}\n", "a.php"));

    [Fact]
    public void A_bare_name_that_is_no_variable_is_a_call_in_Ruby() => Assert.Equal(
        ["Page.show Calls Base.quiet", "Page.show Calls Page.find_page", "Page.show Calls Page.render", "Page.show Calls Page.title"],
        Edges("""
            class Base
              def quiet; end
            end
            class Page < Base
              def show
                find_page
                render(title)
                quiet
              end
              def own(find_page)
                quiet = 1
                render = 2
                [find_page, quiet].each { |title| title.size }
                find_page.size
              end
              private
              def find_page; end
              def title; end
              def render(x); end
            end
            """, "page.rb"));

    private static IEnumerable<string> Edges(string text, string path) => Edges((path, text));

    private static IEnumerable<string> Edges(params (string Path, string Text)[] files) => Graphs.Of(files).Edges
        .Where(edge => edge.Kind is EdgeKind.Calls or EdgeKind.Tests).Select(edge => $"{edge.From.QualifiedName} {edge.Kind} {edge.To.QualifiedName}").Order(StringComparer.Ordinal);
}
