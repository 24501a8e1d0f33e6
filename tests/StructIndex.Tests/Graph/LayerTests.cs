namespace StructIndex.Tests;

public class LayerTests
{
    private static readonly (string Path, string Text)[] s_files =
    [
        ("low/a.py", "from high.c import top\ndef base():\n    top()\n"),
        ("middle/b.py", "from low.a import base\ndef step():\n    base()\ndef again():\n    base()\n"),
        ("high/c.py", "from middle.b import step\ndef top():\n    step()\n"),
        ("alone/d.py", "from high.c import top\ndef lone():\n    top()\n"),
        ("high/tests/test_c.py", "from alone.d import lone\ndef test_lone():\n    lone()\n"),
    ];

    private static readonly CodeGraph s_graph = Graphs.Of(s_files);

    [Fact]
    public void Folders_that_use_one_another_are_a_cycle()
    {
        LayerCycle cycle = Assert.Single(s_graph.FindCycles(LayerRooms.Folders));
        Assert.Equal(["high", "low", "middle"], cycle.Rooms);
        Assert.Equal(["high>middle 1", "low>high 1", "middle>low 2"], cycle.Arrows.Select(arrow => $"{arrow.From}>{arrow.To} {arrow.Count}"));
        Assert.Equal(("step", 3), (cycle.Arrows[2].First.From.Name, cycle.Arrows[2].First.Line));
    }

    [Fact]
    public void Namespaces_that_use_one_another_are_a_cycle()
    {
        CodeGraph graph = CSharpSample.Of("namespace A { class X { void M() => new B.Y().N(); } }", "namespace B { class Y { public void N() { } A.X? x = new A.X(); } }", "namespace C { class Z { A.X x = new A.X(); } }").Graph;
        Assert.Equal(["A", "B"], Assert.Single(graph.FindCycles(LayerRooms.Namespaces)).Rooms);
    }

    [Fact]
    public void Of_two_circles_the_larger_comes_first() => Assert.Equal(
        ["a b c", "x y"],
        Circles.Of([("x", "y"), ("y", "x"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "x"), ("z", "a"), ("z", "z")]).Select(circle => string.Join(' ', circle.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    [Fact]
    public void Uses_against_the_order_are_violations_and_so_are_folders_without_a_place()
    {
        IReadOnlyList<LayerViolation> found = s_graph.CheckLayers(LayerRules.Parse("""[{ "order": ["low", "middle", "high"] }]"""));
        Assert.Equal([("alone", null), ("low", "high")], found.Select(violation => (violation.From, violation.To)));
        Assert.Equal("base", found[1].Edge!.From.Name);
    }

    [Fact]
    public void What_each_folder_may_use_can_be_stated() => Assert.Equal(
        ["low high"],
        s_graph.CheckLayers(LayerRules.Parse("""[{ "mayUse": { "low": [], "middle": ["low"], "high": ["middle"], "alone": ["high"] }, }]""")).Select(violation => $"{violation.From} {violation.To}"));

    [Fact]
    public void A_rule_may_be_about_the_folders_of_a_folder()
    {
        CodeGraph graph = Graphs.Of([.. s_files.Select(file => ("src/" + file.Path, file.Text))]);
        LayerViolation low = Assert.Single(graph.CheckLayers(LayerRules.Parse("""[{ "in": "src/", "order": ["low", "middle", "high", "alone"] }, { "in": "src/low", "order": ["."] }]""")));
        Assert.Equal("src", low.Rule.Folder);
    }

    [Theory]
    [InlineData("{}", "no JSON array")]
    [InlineData("[{", "no JSON array")]
    [InlineData("""[{ "oder": [] }]""", "'oder'")]
    [InlineData("[{}]", "either 'order' or 'mayUse'")]
    [InlineData("""[{ "order": ["a"], "mayUse": { "a": [] } }]""", "either 'order' or 'mayUse'")]
    public void Rules_that_are_none_throw(string json, string message) =>
        Assert.Contains(message, Assert.Throws<StructIndexException>(() => LayerRules.Parse(json)).Message, StringComparison.Ordinal);
}
