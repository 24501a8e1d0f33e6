namespace StructIndex;

/// <summary>Gives the declarations of a view the places that they have in the file.</summary>
internal static class RazorDeclarations
{
    /// <summary>
    /// The declarations with offsets of the file, and the same by the start of their syntax in the view. The class is the file as a whole;
    /// what only the view declares is left out.
    /// </summary>
    public static (List<CodeDeclaration> All, Dictionary<int, CodeDeclaration> BySyntax) InHost(
        RazorView view, string text, List<CodeDeclaration> declarations, Dictionary<int, CodeDeclaration> bySyntax)
    {
        Dictionary<CodeDeclaration, CodeDeclaration> placed = new(ReferenceEqualityComparer.Instance);
        foreach (CodeDeclaration declaration in declarations)
        {
            if (declaration.Parent is null && declaration.Name == view.ClassName)
            {
                placed[declaration] = Placed(declaration, null, new SourceSpan(0, text.Length), default, new SourceSpan(0, text.Length), []);
            }
            else if (view.IsOfHost(declaration.NameSpan.Start))
            {
                CodeDeclaration? parent = declaration.Parent is { } held ? placed.GetValueOrDefault(held) : null;
                SourceSpan span = new(view.ToHost(declaration.Span.Start), view.ToHost(declaration.Span.End));
                placed[declaration] = Placed(declaration, parent, span, Of(view, declaration.NameSpan), Of(view, declaration.Body), [.. declaration.Breaks.Select(view.ToHost)]);
            }
        }

        return ([.. declarations.Where(placed.ContainsKey).Select(declaration => placed[declaration])],
            bySyntax.Where(entry => placed.ContainsKey(entry.Value)).ToDictionary(entry => entry.Key, entry => placed[entry.Value]));
    }

    private static SourceSpan Of(RazorView view, SourceSpan span) => span == default ? span : new SourceSpan(view.ToHost(span.Start), view.ToHost(span.End));

    private static CodeDeclaration Placed(CodeDeclaration declaration, CodeDeclaration? parent, SourceSpan span, SourceSpan name, SourceSpan body, IReadOnlyList<int> breaks) => new()
    {
        Kind = declaration.Kind,
        Name = declaration.Name,
        Span = span,
        NameSpan = name,
        Body = body,
        Parent = parent,
        Container = declaration.Container,
        Signature = declaration.Signature,
        Documentation = declaration.Documentation,
        Attributes = declaration.Attributes,
        Id = declaration.Id,
        IsPublic = declaration.IsPublic,
        IsTest = declaration.IsTest,
        Breaks = breaks,
    };
}
