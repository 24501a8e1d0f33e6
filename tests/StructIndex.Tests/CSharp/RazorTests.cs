namespace StructIndex.Tests;

/// <summary>Components and pages of Razor, as the compiler binds them.</summary>
public sealed class RazorTests : IDisposable
{
    private const string Service = "namespace Shop;\npublic class Order { public string Label() => \"\"; }\npublic class Desk\n{\n    public void Store(Order order) { }\n    public System.Collections.Generic.List<Order> All() => new();\n    public bool IsOpen => true;\n}\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Members_of_code_blocks_are_units_of_the_component_and_bound()
    {
        CSharpSample sample = Of(
            ("Desk.cs", Service),
            ("Orders.razor", "@page \"/orders\"\n@inject Desk Desk\n\n<h1>Orders</h1>\n\n@code {\n    private Order? last;\n\n    /// <summary>Stores what was changed.</summary>\n    private void Save()\n    {\n        Desk.Store(last!);\n    }\n}\n"));
        CodeDeclaration save = sample["Save"];
        SourceFile file = sample.Result.Files[1].Source;
        Assert.Equal(("Shop.Orders", "Stores what was changed.", "Save"), (save.Container, save.Documentation, file.Text[save.NameSpan.Start..save.NameSpan.End]));
        Assert.Equal((9, 13), (file.LineAt(save.Span.Start), file.LineAt(save.Span.End - 1)));
        Assert.StartsWith("{\n        Desk.Store", file.Text[save.Body.Start..save.Body.End], StringComparison.Ordinal);
        Assert.Equal(["Orders.Desk", "Orders.Save", "Shop.Orders"], sample.Result.Files[1].Declarations.Select(declaration => declaration.Kind == UnitKind.Class ? "Shop.Orders" : $"Orders.{declaration.Name}").Order(StringComparer.Ordinal));
        BoundReference call = Assert.Single(sample.Bound, edge => edge.To.Name == "Store");
        Assert.Equal((save, 12, EdgeCertainty.Exact), (call.From, file.LineAt(call.Offset), call.Certainty));
    }

    [Fact]
    public void Expressions_and_handlers_in_markup_are_uses_of_the_component()
    {
        CSharpSample sample = Of(
            ("Desk.cs", Service),
            ("Orders.razor", """
                @inject Desk Desk
                <p title="mail@Save.com">@@Save @* @Save() *@ @Desk.All().Count, @(Count(1) + 1)</p>
                <!-- @Save() -->
                @if (Desk.IsOpen)
                {
                    <ul>
                        @foreach (Order order in Desk.All())
                        {
                            <li @onclick="() => Desk.Store(order)" class="a @Name(order)">@order.Label()</li>
                        }
                    </ul>
                }
                else
                {
                    var text = "<b>" + '"';
                    @:closed @Name(null)
                }
                <button @onclick="Save" @onclick:preventDefault="true">Save</button>
                @{ Save(); }
                @functions {
                    void Save() { }
                    int Count(int n) => n;
                    string Name(Order? order) => "}";
                }
                """));
        Assert.Equal(
            ["2 Desk.All", "2 Orders.Count", "4 Desk.IsOpen", "7 Desk.All", "9 Desk.Store", "9 Orders.Name", "9 Order.Label", "16 Orders.Name", "18 Orders.Save", "19 Orders.Save"],
            Uses(sample, "Orders"));
        Assert.Empty(sample.Result.Files[1].Failures);
    }

    [Fact]
    public void Components_used_in_markup_are_constructed_and_their_handlers_called() => Assert.Equal(
        ["1 Card", "1 Page.Flip", "2 Card"],
        Uses(
            Of(
                ("Card.razor", "<p>@Text</p>\n@code {\n    public string Text { get; set; } = \"\";\n}\n"),
                ("Page.razor", "<Card Text=\"(no call)\" OnFlip=\"Flip\" />\n<Card>text</Card><div></div>\n@code { void Flip() { } }\n")),
            "Page"));

    [Fact]
    public void Imports_above_give_usings_and_bases_and_the_folder_gives_the_namespace()
    {
        _folder.Write("app/Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Razor\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><RootNamespace>My.Web</RootNamespace></PropertyGroup></Project>");
        _folder.Write("app/_Imports.razor", "@using My.Data\n@inherits Screen\n@inject Store Store\n");
        _folder.Write("app/Screen.cs", "namespace My.Web;\npublic class Screen { protected void Show() { } }\n");
        _folder.Write("app/Store.cs", "namespace My.Data;\npublic class Store { public void Keep() { } }\n");
        _folder.Write("app/Pages/Home.razor", "@code {\n    void Go() { Show(); Store.Keep(); Later(); }\n}\n");
        _folder.Write("app/Pages/Home.razor.cs", "namespace My.Web.Pages;\npublic partial class Home { private void Later() { Go(); } }\n");
        CSharpSample sample = CSharpSample.OfRazor(_folder.FullPath, "app/_Imports.razor", "app/Screen.cs", "app/Store.cs", "app/Pages/Home.razor", "app/Pages/Home.razor.cs");
        Assert.Equal("My.Web.Pages.Home", sample["Go"].Container);
        Assert.Equal(
            ["Go -> Keep", "Go -> Later", "Go -> Show", "Home -> Screen", "Later -> Go"],
            sample.Bound.Where(edge => edge.Kind is EdgeKind.Calls or EdgeKind.Inherits).Select(edge => $"{edge.From?.Name} -> {edge.To.Name}").Order(StringComparer.Ordinal));
        Assert.Empty(sample.Result.Files.Single(file => file.Source.Path == "app/_Imports.razor").Declarations);
    }

    [Fact]
    public void Pages_know_their_model() => Assert.Equal(
        ["3 Desk.IsOpen", "4 Desk.All"],
        Uses(
            Of(
                ("Desk.cs", Service),
                ("Pages/Index.cshtml", "@page\n@model Desk\n<p class=\"@(Model.IsOpen ? \"open\" : \"shut\")\">\n@foreach (var order in Model.All()) { <b>1 < 2</b> }\n</p>\n<script>if (1 < 2) { go() }</script>\n")),
            "Pages_Index"));

    [Fact]
    public void What_changes_in_imports_is_bound_anew()
    {
        SourceFile desk = new("Desk.cs", "namespace Data;\npublic class Desk { public void Store() { } }\n");
        SourceFile home = new("app/Home.razor", "@code {\n    void Go() { new Desk().Store(); }\n}\n");
        SourceFile app = new("app/App.cs", "namespace Web;\npublic class App { }\n");
        SourceFile none = new("_Imports.razor", "\n"), imports = new("_Imports.razor", "@using Data\n");
        CSharpParser parser = new();
        ParserOutput before = parser.Parse([desk, none, app, home], null, null, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(before.Binder!.Bind(null, TestContext.Current.CancellationToken), edge => edge.To.Name == "Store");
        ParserOutput after = parser.Reparse(before, [desk, imports, app, home], null, null, TestContext.Current.CancellationToken);
        Assert.Contains(after.Binder!.Bind(null, TestContext.Current.CancellationToken), edge => edge.To.Name == "Store" && edge.Certainty == EdgeCertainty.Exact);
    }

    [Theory]
    [InlineData("@")]
    [InlineData("@{")]
    [InlineData("@code {")]
    [InlineData("@if (a")]
    [InlineData("@if (a) {")]
    [InlineData("<a b=\"@(c")]
    [InlineData("<A.")]
    [InlineData("@inject")]
    [InlineData("@foreach (var a in b) { <p> @a ")]
    [InlineData("@await")]
    [InlineData("@a?.")]
    [InlineData("@{ @: }")]
    [InlineData("<script>@")]
    public void What_ends_in_the_middle_is_read_to_its_end(string text)
        => Assert.Equal("A", Assert.Single(Of(("A.razor", text)).Declarations, declaration => declaration.Kind == UnitKind.Class).Name);

    [Theory]
    [InlineData("@{")]
    [InlineData("@if (a) {")]
    [InlineData("<p>@{<p>")]
    [InlineData("<A b=\"@(")]
    [InlineData("@{ \"\\\"")]
    [InlineData("@('\\")]
    public void Nesting_without_end_is_read_to_its_end(string piece) => Assert.NotEmpty(Of(("A.razor", string.Concat(Enumerable.Repeat(piece, 20_000)))).Result.Files);

    private static CSharpSample Of(params (string Path, string Text)[] files) => CSharpSample.OfFiles(files.Select(file => new SourceFile(file.Path, file.Text.ReplaceLineEndings("\n"))));

    /// <summary>What the markup of a component uses, by line.</summary>
    private static string[] Uses(CSharpSample sample, string component) =>
        [.. sample.Bound.Where(edge => edge.From?.Name == component && edge.To is not { Name: "Desk", Kind: UnitKind.Property } && edge.Kind is EdgeKind.Calls or EdgeKind.Constructs)
            .OrderBy(edge => edge.Offset)
            .Select(edge => $"{edge.Source.LineAt(edge.Offset)} {(edge.Kind == EdgeKind.Constructs ? edge.To.Name : $"{edge.To.Container[(edge.To.Container.LastIndexOf('.') + 1)..]}.{edge.To.Name}")}").Distinct()];
}
