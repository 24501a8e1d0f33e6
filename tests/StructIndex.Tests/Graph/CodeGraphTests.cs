namespace StructIndex.Tests;

public class CodeGraphTests
{
    private const string Chain = """
        def a():
            b()
            b()

        def b():
            c()

        def c():
            a()
            d()

        def d():
            pass

        class Base:
            def run(self):
                pass

        class Child(Base):
            def __init__(self):
                pass

            def run(self):
                d()

        def make():
            return Child()

        make()
        """;

    private static readonly CodeGraph s_graph = Graphs.Of(("a.py", Chain));

    [Fact]
    public void Callers_and_callees_are_the_two_ends_of_an_edge()
    {
        Assert.Equal("b", Assert.Single(s_graph.CalleesOf(s_graph.One("a"))).To.Name);
        Assert.Equal("a", Assert.Single(s_graph.CallersOf(s_graph.One("b"))).From.Name);
        Assert.Equal(["c", "Child.run"], s_graph.CallersOf(s_graph.One("d")).Select(edge => edge.From.QualifiedName));
    }

    [Fact]
    public void Two_calls_are_one_edge_at_the_first_line()
    {
        CodeEdge edge = Assert.Single(s_graph.CalleesOf(s_graph.One("a")));
        Assert.Equal((2, EdgeKind.Calls, EdgeCertainty.Scoped), (edge.Line, edge.Kind, edge.Certainty));
    }

    [Fact]
    public void Code_outside_declarations_calls_as_its_module_unit()
    {
        CodeEdge edge = Assert.Single(s_graph.CallersOf(s_graph.One("make")));
        Assert.Equal((UnitKind.Module, "a"), (edge.From.Kind, edge.From.Name));
    }

    [Fact]
    public void Making_an_object_is_an_edge_to_the_constructor_and_answers_for_the_type()
    {
        CodeEdge edge = Assert.Single(s_graph.CallersOf(s_graph.One("Child")));
        Assert.Equal(("make", "__init__", EdgeKind.Constructs), (edge.From.Name, edge.To.Name, edge.Kind));
    }

    [Fact]
    public void Bases_and_implementations_are_the_two_ends_of_an_edge()
    {
        Assert.Equal("Base", Assert.Single(s_graph.BaseTypesOf(s_graph.One("Child"))).To.Name);
        Assert.Equal("Child", Assert.Single(s_graph.ImplementationsOf(s_graph.One("Base"))).From.Name);
        Assert.Equal(EdgeKind.Overrides, Assert.Single(s_graph.ImplementationsOf(s_graph.One("Base.run"))).Kind);
        Assert.Equal("Base.run", Assert.Single(s_graph.BaseTypesOf(s_graph.One("Child.run"))).To.QualifiedName);
    }

    [Fact]
    public void Members_are_those_of_the_type() =>
        Assert.Equal(["Child.__init__", "Child.run"], s_graph.MembersOf(s_graph.One("Child")).Select(unit => unit.QualifiedName));

    [Theory]
    [InlineData(1, "b1")]
    [InlineData(2, "b1 c2")]
    [InlineData(3, "b1 c2 d3")]
    [InlineData(50, "b1 c2 d3")]
    public void Reachability_follows_calls_to_a_depth_and_ends_in_circles(int depth, string expected) =>
        Assert.Equal(expected, string.Join(' ', s_graph.Reachable(s_graph.One("a"), EdgeDirection.Callees, depth).Select(reached => $"{reached.Unit.Name}{reached.Depth}")));

    [Fact]
    public void Reachability_goes_to_callers_as_well() =>
        Assert.Equal(["c1", "run1", "b2", "a3"], s_graph.Reachable(s_graph.One("d"), EdgeDirection.Callers, 9).Where(reached => reached.Unit.Kind != UnitKind.Module).Select(reached => $"{reached.Unit.Name}{reached.Depth}"));

    [Fact]
    public void A_depth_below_one_throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("depth", () => s_graph.Reachable(s_graph.One("a"), EdgeDirection.Callees, 0));

    [Fact]
    public void A_unit_of_another_graph_throws() =>
        Assert.Throws<ArgumentException>("unit", () => s_graph.CallersOf(Graphs.Of(("a.py", "def a(): pass")).One("a")));

    [Fact]
    public void What_a_binder_found_is_there_with_its_certainty_and_the_surest_stays()
    {
        HandmadeFile file = new("a.cs", "void f() {}\nvoid g() {}", "csharp");
        CodeDeclaration f = file.Add(UnitKind.Function, "f", "void f() {}"), g = file.Add(UnitKind.Function, "g", "void g() {}");
        BoundReference[] bound =
        [
            new(f, g, EdgeKind.Calls, EdgeCertainty.Candidate, file.Source, 0),
            new(f, g, EdgeKind.Calls, EdgeCertainty.Exact, file.Source, 14),
            new(f, g, EdgeKind.References, EdgeCertainty.Delegate, file.Source, 0),
        ];
        CodeGraph graph = GraphBuilder.Build(UnitAssembler.Assemble([file.Parsed()]), bound);
        Assert.Equal(["f References g Delegate", "f Calls g Exact"], graph.Lines());
    }

    [Fact]
    public void Parts_of_a_partial_type_answer_as_one()
    {
        HandmadeFile one = new("a.cs", "partial class P { void F() {} }", "csharp"), two = new("b.cs", "partial class P { void G() {} }", "csharp");
        CodeDeclaration first = one.Add(UnitKind.Class, "P", one.Source.Text, id: "T:P", signature: "partial class P");
        one.Add(UnitKind.Method, "F", "void F() {}", first);
        CodeDeclaration second = two.Add(UnitKind.Class, "P", two.Source.Text, id: "T:P", signature: "partial class P");
        two.Add(UnitKind.Method, "G", "void G() {}", second);
        CodeGraph graph = GraphBuilder.Build(UnitAssembler.Assemble([one.Parsed(), two.Parsed()]), []);
        Assert.All(graph.Find("P"), part => Assert.Equal(["F", "G"], graph.MembersOf(part).Select(member => member.Name)));
    }

    [Fact]
    public void A_cancelled_build_throws() => Assert.ThrowsAny<OperationCanceledException>(
        () => GraphBuilder.Build(UnitAssembler.Assemble([new HandmadeFile("a.py", "x", "python").Parsed()]), [], new CancellationToken(canceled: true)));
}
