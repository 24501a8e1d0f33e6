namespace StructIndex.Tests;

public class ImpactTests
{
    private const string Shop = """
        class Store:
            def save(self):
                pass

        class FileStore(Store):
            def __init__(self):
                pass

            def save(self):
                write()

        def write():
            pass

        def keep(store: Store):
            store.save()

        def close(store: Store):
            keep(store)

        def open_file():
            return FileStore()
        """;

    private const string Tests = """
        from shop import close, write, open_file

        def helper():
            write()

        def test_close():
            close(None)

        def test_write_by_helper():
            helper()

        def test_open():
            open_file()
        """;

    private static readonly CodeGraph s_graph = Graphs.Of(("shop.py", Shop), ("tests/test_shop.py", Tests));

    [Fact]
    public void A_change_reaches_callers_through_the_member_that_it_overrides()
    {
        ChangeImpact impact = s_graph.Impact([s_graph.One("FileStore.save")], 9);
        ImpactedUnit keep = impact.Reached.Single(found => found.Unit.Name == "keep");
        Assert.Equal((1, "FileStore.save", "Store.save"), (keep.Depth, keep.Through!.QualifiedName, keep.Edge!.To.QualifiedName));
        Assert.Equal("close", impact.Reached.Single(found => found.Depth == 2).Unit.Name);
        Assert.DoesNotContain(impact.Reached, found => found.Unit.Name == "save");
    }

    [Fact]
    public void Tests_stand_apart_and_their_helpers_do_not()
    {
        ChangeImpact impact = s_graph.Impact([s_graph.One("write")], 9);
        Assert.Equal(["test_write_by_helper2", "test_close4"], impact.Tests.Select(test => $"{test.Unit.Name}{test.Depth}"));
        Assert.Contains(impact.Reached, found => found.Unit.Name == "helper");
    }

    [Fact]
    public void A_changed_member_reaches_those_that_override_it_and_no_sibling()
    {
        Assert.Contains(s_graph.Impact([s_graph.One("Store.save")], 1).Reached, found => found.Unit.QualifiedName == "FileStore.save" && found.Depth == 1);
        Assert.DoesNotContain(s_graph.Impact([s_graph.One("write")], 9).Reached, found => found.Unit.QualifiedName == "Store.save");
    }

    [Fact]
    public void A_changed_type_reaches_who_makes_it_and_who_extends_it()
    {
        Assert.Equal(["open_file"], s_graph.Impact([s_graph.One("FileStore")], 1).Reached.Select(found => found.Unit.Name));
        Assert.Contains(s_graph.Impact([s_graph.One("Store")], 1).Reached, found => found.Unit.QualifiedName == "FileStore");
    }

    [Theory]
    [InlineData(1, "FileStore.save1")]
    [InlineData(2, "FileStore.save1 keep2")]
    [InlineData(3, "FileStore.save1 keep2 close3")]
    public void The_depth_bounds_how_far_uses_are_followed(int depth, string expected) => Assert.Equal(
        expected,
        string.Join(' ', s_graph.Impact([s_graph.One("write")], depth).Reached.Where(found => found.Unit.Role != UnitRole.Test).Select(found => $"{found.Unit.QualifiedName}{found.Depth}")));

    [Fact]
    public void The_surest_of_two_ways_counts_and_a_way_is_as_sure_as_its_least_sure_edge()
    {
        HandmadeFile file = new("a.cs", "void a() {}\nvoid b() {}\nvoid c() {}\nvoid d() {}\nvoid e() {}", "csharp");
        CodeDeclaration[] all = [.. "abcde".Select(name => file.Add(UnitKind.Function, $"{name}", $"void {name}() {{}}"))];
        CodeGraph graph = GraphBuilder.Build(UnitAssembler.Assemble([file.Parsed()]), [
            Call(1, 0, EdgeCertainty.NameOnly), Call(2, 0, EdgeCertainty.Exact), Call(3, 1, EdgeCertainty.Exact), Call(3, 2, EdgeCertainty.Scoped), Call(4, 1, EdgeCertainty.Exact)]);
        Assert.Equal(["cExact", "bNameOnly", "dScoped", "eNameOnly"], graph.Impact([graph.One("a")], 3).Reached.Select(found => $"{found.Unit.Name}{found.Certainty}"));

        BoundReference Call(int from, int to, EdgeCertainty certainty) => new(all[from], all[to], EdgeKind.Calls, certainty, file.Source, 0);
    }

    [Fact]
    public void What_only_may_be_reached_is_listed_and_not_followed()
    {
        HandmadeFile file = new("a.cs", "void a() {}\nvoid b() {}\nvoid c() {}", "csharp");
        CodeDeclaration a = file.Add(UnitKind.Function, "a", "void a() {}"), b = file.Add(UnitKind.Function, "b", "void b() {}"), c = file.Add(UnitKind.Function, "c", "void c() {}");
        CodeGraph graph = GraphBuilder.Build(UnitAssembler.Assemble([file.Parsed()]), [
            new(b, a, EdgeKind.Calls, EdgeCertainty.Candidate, file.Source, 0), new(c, b, EdgeKind.Calls, EdgeCertainty.Exact, file.Source, 0)]);
        Assert.Equal(["b"], graph.Impact([graph.One("a")], 9).Reached.Select(found => found.Unit.Name));
    }

    [Fact]
    public void Tests_of_a_file_named_after_a_changed_one_come_first()
    {
        CodeGraph graph = Graphs.Of(
            ("app/routing.py", "def route():\n    pass\n"),
            ("app/server.py", "from app.routing import route\ndef serve():\n    route()\n"),
            ("tests/test_a.py", "from app.routing import route\ndef test_a():\n    route()\n"),
            ("tests/test_routing.py", "from app.server import serve\ndef test_serve():\n    serve()\ndef test_other():\n    pass\n"),
            ("tests/server_test.py", "def test_by_client():\n    pass\n"));
        Assert.Equal(["test_serve2", "test_a1"], graph.Impact([graph.One("route")], 9).Tests.Select(test => $"{test.Unit.Name}{test.Depth}"));
        ImpactedUnit test = graph.Impact([graph.One("serve")], 9).Tests[0];
        Assert.Equal(("test_by_client", EdgeCertainty.NameOnly, "serve", null), (test.Unit.Name, test.Certainty, test.Through!.Name, test.Edge));
    }

    [Fact]
    public void A_changed_test_is_a_test_to_run()
    {
        ImpactedUnit test = Assert.Single(s_graph.Impact([s_graph.One("test_open")], 1).Tests);
        Assert.Equal((0, null, null), (test.Depth, test.Through, test.Edge));
    }

    [Fact]
    public void Wrong_arguments_throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("depth", () => s_graph.Impact([], 0));
        Assert.Throws<ArgumentException>("unit", () => s_graph.Impact([Graphs.Of(("a.py", "def a(): pass")).One("a")], 1));
    }

    [Theory]
    [InlineData(6, 6, "FileStore.__init__")]
    [InlineData(2, 3, "Store.save")]
    [InlineData(5, 5, "FileStore")]
    [InlineData(7, 6, "FileStore.__init__")]
    [InlineData(8, 7, "FileStore")]
    [InlineData(9, 8, "FileStore")]
    [InlineData(13, 16, "write keep")]
    [InlineData(900, 901, "")]
    public void Lines_belong_to_the_innermost_units(int start, int end, string expected) => Assert.Equal(
        expected, string.Join(' ', s_graph.UnitsAt([new ChangedFile("shop.py", [new LineRange(start, end)]), new ChangedFile("none.py", [new LineRange(1, 2)])]).Where(unit => unit.Kind != UnitKind.Module).Select(unit => unit.QualifiedName)));
}
