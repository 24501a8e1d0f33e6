namespace StructIndex.Tests;

public class NameResolutionTests
{
    [Fact]
    public void An_imported_name_that_closes_a_bracket_nothing_opens_is_a_name_like_any_other()
    {
        ImportScope scope = new(new ParsedFile { Source = new SourceFile("a.scala", "", "scala"), Imports = [new ImportedName("a", "b)", null), new ImportedName("a", "C (..)", null)] });
        Assert.Equal("b)", Assert.Single(scope.Named("b)")).Name);
        Assert.Equal([("a", "C")], scope.Opened);
    }

    [Fact]
    public void A_receiver_that_means_the_own_object_finds_members_and_those_of_bases()
    {
        CodeGraph graph = Graphs.Of(
            ("base.py", "class Base:\n    def log(self): pass\n"),
            ("main.py", "from base import Base\n\nclass Main(Base):\n    def run(self):\n        self.log()\n        self.go()\n        self.missing()\n    def go(self):\n        super().log()\n"));
        Assert.Equal(
            ["Main Inherits Base Scoped", "Main.run Calls Base.log Scoped", "Main.run Calls Main.go Scoped", "Main.go Calls Base.log Scoped"],
            graph.Lines());
    }

    [Fact]
    public void A_variable_of_a_known_type_finds_that_types_member()
    {
        CodeGraph graph = Graphs.Of(
            ("a.py", "class Store:\n    def put(self): pass\n\nclass Cache:\n    def put(self): pass\n\ndef f(x: Store):\n    x.put()\n    c = Cache()\n    c.put()\n"));
        Assert.Equal(["f Calls Store.put Scoped", "f Constructs Cache Scoped", "f Calls Cache.put Scoped"], graph.Lines());
    }

    [Fact]
    public void A_field_of_a_known_type_finds_that_types_member()
    {
        CodeGraph graph = Graphs.Of(
            ("a.py", "from b import Store\n\nclass A:\n    def __init__(self):\n        self.store = Store()\n    def f(self):\n        self.store.put()\n"),
            ("b.py", "class Store:\n    def put(self): pass\n"),
            ("c.py", "class Other:\n    def put(self): pass\n"));
        Assert.Equal(["A.__init__ Constructs Store Scoped", "A.f Calls Store.put Scoped"], graph.Lines());
    }

    [Fact]
    public void Imports_are_followed_through_packages_aliases_and_files_that_pass_names_on()
    {
        CodeGraph graph = Graphs.Of(
            ("pkg/__init__.py", "from .inner.deep import work as job\n"),
            ("pkg/inner/__init__.py", ""),
            ("pkg/inner/deep.py", "def work(): pass\n"),
            ("app.py", "import pkg.inner.deep\nimport pkg.inner.deep as d\nfrom pkg import job\nfrom pkg.inner import deep\n\ndef a(): pkg.inner.deep.work()\ndef b(): d.work()\ndef c(): job()\ndef e(): deep.work()\n"));
        Assert.Equal(["a Calls work Scoped", "b Calls work Scoped", "c Calls work Scoped", "e Calls work Scoped"], graph.Lines());
    }

    [Fact]
    public void What_is_imported_from_elsewhere_is_not_guessed_at()
    {
        CodeGraph graph = Graphs.Of(
            ("a.py", "import os\nfrom json import dumps\nfrom requests import Session\n\ndef f():\n    os.remove_all()\n    dumps()\n    s = Session()\n    s.transmit()\n"),
            ("b.py", "class Box:\n    def transmit(self): pass\n\ndef dumps(): pass\ndef remove_all(): pass\n"));
        Assert.Empty(graph.Edges);
    }

    [Fact]
    public void An_unknown_receiver_and_a_name_declared_once_is_known_by_name_only()
    {
        CodeGraph graph = Graphs.Of(("a.py", "class Store:\n    def keep_forever(self): pass\n    def get(self): pass\n\ndef f(x):\n    x.keep_forever()\n    x.get()\n"));
        Assert.Equal(["f Calls Store.keep_forever NameOnly"], graph.Lines());
    }

    [Fact]
    public void A_name_that_unrelated_types_share_says_nothing_of_an_unknown_receiver() =>
        Assert.Empty(Graphs.Of(("a.py", "class A:\n    def keep_forever(self): pass\n\nclass B:\n    def keep_forever(self): pass\n\ndef f(x):\n    x.keep_forever()\n")).Edges);

    [Fact]
    public void Of_a_family_of_types_the_first_to_declare_a_member_is_meant()
    {
        CodeGraph graph = Graphs.Of(("a.py", "class Base:\n    def keep_forever(self): pass\n\nclass A(Base):\n    def keep_forever(self): pass\n\nclass B(A):\n    def keep_forever(self): pass\n\ndef f(x):\n    x.keep_forever()\n"));
        Assert.Equal(["f Calls Base.keep_forever NameOnly"], graph.Lines(EdgeKind.Calls));
    }

    [Fact]
    public void A_name_alone_does_not_mean_a_function_that_takes_fewer_arguments() =>
        Assert.Empty(Graphs.Of(("a.py", "class A:\n    def keep_forever(self): pass\n\ndef f(x):\n    x.keep_forever(1)\n")).Edges);

    [Theory]
    [InlineData("", false)]
    [InlineData("import { other } from './store';\n", true)]
    public void A_name_alone_does_not_mean_a_method_of_a_script_that_is_not_imported(string import, bool isEdge)
    {
        CodeGraph graph = Graphs.Of(
            ("store.ts", "export class Store { keepForever() {} }\nexport const other = 1;\n"),
            ("use.ts", import + "export function f(x: unknown) { made(x).keepForever() }\n"));
        Assert.Equal(isEdge ? ["f Calls Store.keepForever NameOnly"] : [], graph.Lines());
    }

    [Fact]
    public void A_local_variable_is_not_a_function_of_another_file()
    {
        CodeGraph graph = Graphs.Of(("a.py", "def f(callback):\n    callback()\n"), ("b.py", "def callback(): pass\n"));
        Assert.Empty(graph.Edges);
    }

    [Fact]
    public void Nested_functions_hide_outer_ones_and_their_calls_are_their_own()
    {
        CodeGraph graph = Graphs.Of(("a.py", "def g(): pass\n\ndef f():\n    def g():\n        h()\n    g()\n\ndef h(): pass\n"));
        CodeEdge[] edges = [.. graph.Edges];
        Assert.Equal([("f", "g", 4), ("g", "h", 8)], edges.Select(edge => (edge.From.Name, edge.To.Name, edge.To.Lines.Start)));
    }

    [Fact]
    public void Scripts_import_by_relative_path_with_index_files_and_passed_on_names()
    {
        CodeGraph graph = Graphs.Of(
            ("src/util/index.ts", "export { format as fmt } from './text'\nexport * from './number.js'\n"),
            ("src/util/text.ts", "export function format(x: string) { return x }\n"),
            ("src/util/number.ts", "export function round(x: number) { return x }\n"),
            ("src/app.ts", "import { fmt, round as r } from './util'\nimport * as text from './util/text'\n\nexport function run() {\n  fmt('a'); r(1); text.format('b')\n}\n"));
        Assert.Equal(["run Calls round Scoped", "run Calls format Scoped"], graph.Lines());
    }

    [Fact]
    public void An_interface_is_implemented_and_a_class_extended()
    {
        CodeGraph graph = Graphs.Of(
            ("a.ts", "interface Shape { area(): number }\nclass Base { name() { return '' } }\nclass Box extends Base implements Shape {\n  area() { return 1 }\n  name() { return 'box' }\n}\n"));
        Assert.Contains("Box Inherits Base Scoped", graph.Lines());
        Assert.Contains("Box Implements Shape Scoped", graph.Lines());
        Assert.Contains("Box.name Overrides Base.name Scoped", graph.Lines());
    }

    [Fact]
    public void A_go_package_is_a_folder_and_its_methods_belong_to_their_receiver()
    {
        CodeGraph graph = Graphs.Of(
            ("server.go", "package app\n\nimport (\n\t\"fmt\"\n\t\"example.com/app/store\"\n)\n\ntype Server struct{ db *store.DB }\n\nfunc (s *Server) Run() {\n\ts.stop()\n\thelp()\n\tstore.Open()\n\tfmt.Println()\n\ts.db.Save()\n}\n\nfunc (s *Server) stop() {}\n"),
            ("help.go", "package app\n\nfunc help() {}\n"),
            ("store/db.go", "package store\n\ntype DB struct{}\n\nfunc (d *DB) Save() {}\n\nfunc Open() *DB { return &DB{} }\n\nfunc Println() {}\n"),
            ("other/help.go", "package other\n\nimport \"example.com/app/store\"\n\nfunc help() { store.Open() }\n"));
        Assert.Equal(
            ["Open", "Server.stop", "help", "Open", "DB.Save"],
            graph.Edges.Where(edge => edge.Kind == EdgeKind.Calls).Select(edge => Short(edge.To)));
        Assert.Equal("help.go", graph.Edges.Single(edge => edge.To.Name == "help").To.Path);
        Assert.Equal(["Run", "stop"], graph.MembersOf(graph.One("Server")).Select(unit => unit.Name));
    }

    [Fact]
    public void Kotlin_sees_members_without_a_receiver_and_functions_of_its_package()
    {
        CodeGraph graph = Graphs.Of(
            ("a/One.kt", "package a\n\nopen class One {\n    fun own() { other(); top(); String() }\n    fun other() {}\n}\n"),
            ("a/Two.kt", "package a\n\nfun top() {}\n\nclass Two : One() {\n    fun go() { own() }\n}\n"),
            ("b/Three.kt", "package b\n\nimport a.top as renamed\nimport a.Two\n\nfun f() { renamed(); Two().go(); top() }\n"));
        Assert.Equal(
            ["One.own>One.other", "One.own>top", "Two.go>One.own", "f>top", "f>Two", "f>Two.go"],
            graph.Edges.Where(edge => edge.Kind is EdgeKind.Calls or EdgeKind.Constructs && edge.Certainty == EdgeCertainty.Scoped && edge.From.Kind != UnitKind.Class).Select(edge => $"{Short(edge.From)}>{Short(edge.To)}"));
    }

    [Fact]
    public void Ruby_finds_constants_by_nesting_and_joins_reopened_types()
    {
        CodeGraph graph = Graphs.Of(
            ("a.rb", "module App\n  class Store\n    def put; end\n    def self.open; new; end\n  end\nend\n"),
            ("b.rb", "module App\n  class Store\n    def both; put(); end\n  end\n  class User\n    def go\n      Store.open\n      Store.new\n    end\n  end\nend\n"));
        Assert.Contains("App.Store.both Calls App.Store.put Scoped", graph.Lines());
        Assert.Contains("App.User.go Calls App.Store.open Scoped", graph.Lines());
        Assert.Contains("App.User.go Constructs App.Store Scoped", graph.Lines());
        Assert.Equal(["put", "open", "both"], graph.MembersOf(graph.Find("App::Store")[0]).Select(unit => unit.Name));
    }

    [Fact]
    public void A_function_of_another_namespace_of_the_file_is_not_seen()
    {
        CodeGraph graph = Graphs.Of(("a.ex", "defmodule A do\n  def go(x), do: show(x)\n  defmodule Inner do\n    def show(x), do: x\n  end\nend\ndefmodule B do\n  def go(x), do: A.Inner.show(x)\nend\n"));
        Assert.DoesNotContain(graph.Edges, edge => edge.From.Container == "A" && edge.Certainty == EdgeCertainty.Scoped);
        Assert.Contains("B.go Calls A.Inner.show Scoped", graph.Lines());
    }

    [Fact]
    public void A_header_included_through_another_shows_its_functions()
    {
        CodeGraph graph = Graphs.Of(
            ("src/main.c", "#include \"all.h\"\nint main(void) { return helper(); }\n"),
            ("include/all.h", "#include \"help.h\"\n"),
            ("include/help.h", "int helper(void);\n"),
            ("lib/help.c", "int helper(void) { return 1; }\n"),
            ("other/far.c", "int helper(void) { return 2; }\n"));
        CodeEdge edge = Assert.Single(graph.CalleesOf(graph.Find("main").First(unit => unit.Kind == UnitKind.Function)));
        Assert.Equal(("lib/help.c", EdgeCertainty.Scoped), (edge.To.Path, edge.Certainty));
    }

    [Fact]
    public void Calling_the_base_constructor_is_a_call_and_not_a_new_object()
    {
        CodeGraph graph = Graphs.Of(("a.py", "class A:\n    def __init__(self): pass\n\nclass B(A):\n    def __init__(self):\n        super().__init__()\n"));
        Assert.Contains("B.__init__ Calls A.__init__ Scoped", graph.Lines());
    }

    [Fact]
    public void Another_overload_of_a_name_overrides_nothing()
    {
        CodeGraph graph = Graphs.Of(("A.java", "class A { void next() {} }\nclass B extends A {\n  void next() {}\n  void next(boolean skip) {}\n}\n"));
        Assert.Equal("void next()", Assert.Single(graph.ImplementationsOf(graph.One("A.next"))).From.Signature);
    }

    [Fact]
    public void A_name_declared_thousands_of_times_costs_little()
    {
        const int count = 2_000;
        CodeGraph graph = Graphs.Of([.. Enumerable.Range(0, count).Select(i => ($"d{i}/a.py", "class Thing:\n    def same_name(self, other):\n" + string.Concat(Enumerable.Repeat("        other.same_name(same_name())\n", 10))))]);
        Assert.Empty(graph.Edges);
    }

    [Fact]
    public void The_same_files_in_any_order_give_the_same_edges()
    {
        (string, string)[] files = [.. Enumerable.Range(0, 30).Select(i => ($"f{i}.py", $"from f{(i + 1) % 30} import g{(i + 1) % 30}\n\ndef g{i}(x):\n    g{(i + 1) % 30}(x)\n    x.g{i}_method()\n\nclass C{i}:\n    def g{i}_method(self): pass\n"))];
        string[] Edges(IEnumerable<(string, string)> ordered) => [.. Graphs.Of([.. ordered]).Edges.Select(edge => edge.ToString())];
        Assert.Equal(Edges(files), Edges(files.Reverse()));
        Assert.Equal(60, Edges(files).Length);
    }

    private static string Short(CodeUnit unit) => unit.Container.Contains('.', StringComparison.Ordinal) || char.IsUpper(unit.Container.FirstOrDefault())
        ? $"{unit.Container[(unit.Container.LastIndexOf('.') + 1)..]}.{unit.Name}"
        : unit.Name;

    [Theory]
    [InlineData("glide", true)]
    [InlineData("fly", false)]
    [InlineData("close", false)]
    public void A_short_or_common_name_on_an_unknown_receiver_means_nobody(string name, bool isEdge)
    {
        CodeGraph graph = Graphs.Of(
            ("bird.py", $"class Bird:\n    def {name}(self):\n        pass\n"),
            ("app.py", $"def start(thing):\n    thing.{name}()\n"));
        Assert.Equal(isEdge ? [$"start Calls Bird.{name} NameOnly"] : [], graph.Lines());
    }

    [Theory]
    [InlineData("a.rs", "struct Bag; impl Bag { fn into_iter(&self) {} }", "fn start(it: Any) { it.into_iter(); }", false)]
    [InlineData("a.py", "class Bag:\n    def into_iter(self):\n        pass", "def start(it):\n    it.into_iter()", true)]
    public void A_name_that_is_common_in_one_language_says_something_in_another(string path, string declaration, string use, bool isEdge)
        => Assert.Equal(isEdge, Graphs.Of((path, declaration + "\n\n" + use + "\n")).Lines().Contains("start Calls Bag.into_iter NameOnly"));
}
