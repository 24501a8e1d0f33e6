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
