using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex.Tests;

/// <summary>
/// Data flows one way, by the layers that <c>src/layers.json</c> states. One check reads our own source with our own parser and its
/// compiler-bound edges, the other every type that the source names: in signatures, fields, bases and bodies.
/// </summary>
[Trait("Category", "Slow")]
public class LayeringTests
{
    private static readonly LayerRules s_rules = LayerRules.Parse(File.ReadAllText(Path.Combine(OwnSource.Folder, "layers.json")));

    [Fact]
    public async Task No_edge_of_our_own_source_points_against_the_layers()
    {
        CodeIndex index = await OwnSource.IndexAsync();
        string[] wrong = [.. index.Graph.CheckLayers(s_rules).Select(violation => $"{violation.From} -> {violation.To ?? "(no place)"}: {violation.Edge?.From.Path}:{violation.Edge?.Line} {violation.Edge?.From.QualifiedName} {violation.Edge?.To.QualifiedName}")];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
        Assert.True(index.Graph.Edges.Count(edge => edge.From.Path.StartsWith("StructIndex.Core/", StringComparison.Ordinal)) > 500, "the check has too few edges to mean anything");
    }

    [Fact]
    public void No_type_that_our_own_source_names_is_of_a_later_layer()
    {
        (string Path, CompilationUnitSyntax Root)[] files = [.. SourceFiles().Select(path => (path, CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(OwnSource.Folder, path))).GetCompilationUnitRoot()))];

        // The types of a package are in one namespace, so a free name that is a type's means that type.
        Dictionary<string, string[]> declared = files
            .SelectMany(file => TopTypes(file.Root).Select(name => (Name: name, file.Path)))
            .GroupBy(type => type.Name, type => type.Path, StringComparer.Ordinal)
            .ToDictionary(type => type.Key, type => type.ToArray(), StringComparer.Ordinal);
        (string From, string To, string Type)[] uses =
        [
            .. files.SelectMany(file => file.Root.DescendantNodes().OfType<SimpleNameSyntax>()
                .Where(IsFree)
                .Select(name => name.Identifier.ValueText).Distinct()
                .SelectMany(name => PlacesOf(declared, name, file.Path).Select(to => (file.Path, to, name)))),
        ];
        Assert.True(uses.Length > 2_000, "the check has too few uses to mean anything");
        Assert.Contains(uses, use => use is { From: "StructIndex.Core/Search/Searcher.cs", Type: "ParsedQuery" });
        string[] wrong = [.. s_rules.Rules.SelectMany(rule => uses
            .Where(use => rule.RoomOf(use.From) is { } from && rule.RoomOf(use.To) is { } to && from != to && !LayerChecks.May(rule, from, to))
            .Select(use => $"{use.From} names {use.Type} of {use.To}"))];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_folder_with_parts_says_their_order()
    {
        string[] parted = [.. SourceFiles().Where(path => path.StartsWith("StructIndex.Core/", StringComparison.Ordinal) && path.Split('/').Length > 3).Select(path => string.Join('/', path.Split('/')[..2])).Distinct()];
        Assert.NotEmpty(parted);
        Assert.Empty(parted.Except(s_rules.Rules.Select(rule => rule.Folder)));
    }

    // A name behind a dot, and what an initializer or a named argument sets, is a member.
    private static bool IsFree(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name != name,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } set => set.Left != name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
        _ => true,
    };

    private static IEnumerable<string> SourceFiles() => Directory.EnumerateFiles(OwnSource.Folder, "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(OwnSource.Folder, path).Replace(Path.DirectorySeparatorChar, '/'))
        .Where(path => path.Split('/')[1] is not ("obj" or "bin"))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> TopTypes(CompilationUnitSyntax root) => root.Members
        .SelectMany(member => member is BaseNamespaceDeclarationSyntax space ? space.Members : [member])
        .Select(member => member switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
            DelegateDeclarationSyntax type => type.Identifier.ValueText,
            _ => null,
        })
        .OfType<string>();

    /// <summary>The files of a type of the user's own package; which packages it sees at all, the compiler checks.</summary>
    private static IEnumerable<string> PlacesOf(Dictionary<string, string[]> declared, string name, string user) =>
        declared.GetValueOrDefault(name, []).Where(place => place != user && place.Split('/')[0] == user.Split('/')[0]);
}
