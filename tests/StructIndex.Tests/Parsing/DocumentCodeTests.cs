namespace StructIndex.Tests;

/// <summary>HTML with scripts and Markdown with long blocks of code.</summary>
public sealed class DocumentCodeTests
{
    private const string Page = """
        <!DOCTYPE html>
        <html>
        <head>
        <script src="/js/money.js?v=2"></script>
        <script type="application/json">{ "function": "none() {}" }</script>
        <script type="text/x-template"><b onclick="no()">function no() {}</b></script>
        </head>
        <body>
        <h1>Till</h1>
        <button onclick="addItem(3)">Add</button>
        <h2>Sum</h2>
        <p>What it costs.</p>
        <script>
          /** Adds an item. */
          function addItem(price) {
            return convert(price + total());
          }
          function total() { return {{ start }}; }
        </script>
        </body>
        </html>
        """;

    private const string Money = "function convert(amount) { return amount; }\n";

    [Fact]
    public void Functions_of_scripts_in_pages_are_units_with_the_lines_of_the_page_and_sections_stay()
    {
        CodeGraph graph = Graph(("index.html", Page), ("js/money.js", Money));
        Assert.Equal(
            ["Module Till 9-10", "Module Till.Sum 11-21", "Function addItem 14-17", "Function total 18-18"],
            graph.Units.Where(unit => unit.Path == "index.html" && unit.QualifiedName != "index").Select(unit => $"{unit.Kind} {unit.QualifiedName} {unit.Lines}"));
        Assert.Equal("Adds an item.", graph.One("addItem").Documentation);
    }

    [Fact]
    public void Scripts_and_handlers_of_pages_call_each_other_and_what_the_page_loads() => Assert.Equal(
        ["Till Calls addItem Scoped", "addItem Calls convert Scoped", "addItem Calls total Scoped"],
        Graph(("index.html", Page), ("js/money.js", Money)).Lines().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("pages/a.html", "<script src='../money.js'></script>", "money.js")]
    [InlineData("pages/a.html", "<script src=\"money.js\"></script>", "pages/money.js")]
    [InlineData("templates/a.html", "<script src=\"/money.js\"></script>", "static/money.js")]
    [InlineData("a.html", "<script type=\"module\">import { convert } from './money.js'</script>", "money.js")]
    public void What_a_page_loads_is_found_from_the_page_or_from_a_folder_that_is_served(string path, string load, string script) => Assert.Equal(
        ["a Calls convert Scoped"],
        Graph((path, $"<p>one</p>\n{load}\n<script>\nconvert(1)\n</script>\n"), (script, script == "money.js" ? "export " + Money : Money)).Lines());

    [Theory]
    [InlineData("<script src=\"https://example.org/money.js\"></script>")]
    [InlineData("<script src=\"other.js\"></script>")]
    public void What_a_page_does_not_load_is_not_called(string load) => Assert.Empty(
        Graph(("a.html", $"{load}\n<script>\nconvert(1)\n</script>\n"), ("lib/money.js", Money)).Lines());

    [Fact]
    public void A_page_without_code_is_a_document()
    {
        Assert.False(new TreeSitterParser().CanParse(new SourceFile("a.html", "<h1>On one</h1><p>scripts</p>")));
        ParsedFile file = Parse("a.html", "<h1>One</h1><p>text</p>\n<script src=\"https://example.org/a.js\"></script>\n");
        Assert.Equal("One", Assert.Single(file.Declarations).Name);
        Assert.Empty(file.Failures);
    }

    [Theory]
    [InlineData("a {{ b }} c", "a 0       c")]
    [InlineData("{% if x %}a{% end %}", "          a         ")]
    [InlineData("<% if x %>\n<%= y\n %>", "          \n0    \n   ")]
    [InlineData("{{ a\n}} {{ b", "{{ a\n}} {{ b")]
    public void What_a_template_engine_writes_is_hidden(string text, string expected) => Assert.Equal(expected, TemplateMarks.Hide(text));

    [Theory]
    [InlineData("python", FencedCode.MinLines, 3)]
    [InlineData("py title=\"a.py\"", FencedCode.MinLines, 3)]
    [InlineData("python", FencedCode.MinLines - 1, 1)]
    [InlineData("csharp", FencedCode.MinLines, 1)]
    [InlineData("nonsense", FencedCode.MinLines, 1)]
    [InlineData("", FencedCode.MinLines, 1)]
    public void A_block_of_code_in_Markdown_gives_units_where_it_is_longer_than_one_vector_holds(string info, int lines, int units)
    {
        string code = "class A:\n    def f(self):\n" + string.Concat(Enumerable.Repeat("        g()\n", lines - 2));
        ParsedFile file = Parse("a.md", $"# One\n\n```{info}\n{code}```\n\nEnd.\n");
        Assert.Equal(units, file.Declarations.Count);
        Assert.Equal(units == 1 ? [] : ["A 4", "f 5"], file.Declarations.Skip(1).Select(declaration => $"{declaration.Name} {file.Source.LineAt(declaration.Span.Start)}"));
        Assert.Contains("End.", file.Source.Text[file.Declarations[0].Span.Start..file.Declarations[0].Span.End], StringComparison.Ordinal);
        Assert.Empty(file.References);
    }

    [Fact]
    public void Blocks_of_several_languages_are_each_read_by_their_own()
    {
        string rest = string.Concat(Enumerable.Repeat("\n", FencedCode.MinLines));
        ParsedFile file = Parse("a.md", $"# One\n~~~go\npackage a\nfunc F() {{}}\n{rest}~~~\n# Two\n   ````rb\ndef g; end\n```\n{rest}   ````\n# Three\n```js\nfunction h() {{}}\n");
        Assert.Equal(["One", "F", "Two", "g", "Three"], file.Declarations.Select(declaration => declaration.Name));
    }

    private static CodeGraph Graph(params (string Path, string Text)[] files) =>
        GraphBuilder.Build(UnitAssembler.Assemble([.. files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => Parse(file.Path, file.Text))]), []);

    private static ParsedFile Parse(string path, string text)
    {
        SourceFile file = new(path, text.ReplaceLineEndings("\n"));
        TreeSitterParser parser = new();
        return (parser.CanParse(file) ? (ICodeParser)parser : new TextParser()).Parse([file], null, null, TestContext.Current.CancellationToken).Files[0];
    }
}
