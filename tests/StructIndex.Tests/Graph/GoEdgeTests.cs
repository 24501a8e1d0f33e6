namespace StructIndex.Tests;

/// <summary>Calls of Go where two types have a method of the name.</summary>
public class GoEdgeTests
{
    private const string Types = """
        package a

        type C struct{ sub []*C }

        func (c *C) Name() string { return "" }
        func (c *C) With() *C     { return c }

        type D struct{}

        func (d *D) Name() string { return "" }
        func (d *D) With() *D     { return d }


        """;

    [Theory]
    [InlineData("cs []*C", "for _, c := range cs { c.Name() }")]
    [InlineData("cs map[string]*C", "for _, c := range cs { c.Name() }")]
    [InlineData("c *C", "for _, s := range c.sub { s.Name() }")]
    [InlineData("", "new(C).Name()")]
    [InlineData("v any", "x := v.(*C); x.Name()")]
    [InlineData("v any", "x, ok := v.(*C); _ = ok; x.Name()")]
    [InlineData("v any", "v.(*C).Name()")]
    [InlineData("", "new(C).With().Name()")]
    [InlineData("cs []*C", "cs[0].Name()")]
    [InlineData("c *C", "c.sub[1].Name()")]
    public void The_receiver_says_which(string parameters, string body)
    {
        CodeGraph graph = Graphs.Of(("a.go", $"{Types}func Go({parameters}) {{ {body} }}\n"));
        CodeEdge edge = Assert.Single(graph.CalleesOf(graph.One("Go")), edge => edge.To.Name == "Name");
        Assert.Equal(("a.C.Name", EdgeCertainty.Scoped), (edge.To.QualifiedName, edge.Certainty));
    }

    [Fact]
    public void A_method_of_a_library_type_is_none_of_ours() => Assert.DoesNotContain(
        Graphs.Of(("a.go", "package a\n\nimport \"bytes\"\n\ntype Multi struct{}\n\nfunc (m Multi) String() string { return \"\" }\nfunc Go() string               { b := new(bytes.Buffer); return b.String() }\n")).Edges,
        edge => edge.Kind == EdgeKind.Calls);
}
