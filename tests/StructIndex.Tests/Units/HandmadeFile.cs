namespace StructIndex.Tests;

/// <summary>A parsed file put together by hand: declarations are given by their own text, which must occur once in the file.</summary>
internal sealed class HandmadeFile(string path, string text, string language)
{
    private readonly List<CodeDeclaration> _declarations = [];
    private readonly List<CodeReference> _references = [];
    private readonly List<ImportedName> _imports = [];
    private readonly List<VariableType> _variables = [];

    public SourceFile Source { get; } = new(path, text, language);

    public string Documentation { get; init; } = "";

    public int[] Breaks { get; init; } = [];

    public CodeDeclaration Add(
        UnitKind kind, string name, string code, CodeDeclaration? parent = null, string documentation = "", string? container = null, string? body = null,
        string? signature = null, string? id = null, bool isTest = false, string[]? attributes = null, int[]? breaks = null)
    {
        int start = text.IndexOf(code, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{code}' is not in the file");
        int nameAt = text.IndexOf(name, start, StringComparison.Ordinal);
        int bodyAt = body is null ? start : text.IndexOf(body, start, StringComparison.Ordinal);
        CodeDeclaration declaration = new()
        {
            Kind = kind,
            Name = name,
            Span = new SourceSpan(start, start + code.Length),
            NameSpan = new SourceSpan(nameAt, nameAt + name.Length),
            Body = new SourceSpan(bodyAt, bodyAt + (body?.Length ?? 0)),
            Parent = parent,
            Container = container ?? (parent is null ? "" : parent.Container.Length == 0 ? parent.Name : $"{parent.Container}.{parent.Name}"),
            Signature = signature ?? text[nameAt..].Split('\n')[0].TrimEnd(' ', '{', ':'),
            Documentation = documentation,
            Id = id,
            IsTest = isTest,
            Attributes = attributes ?? [],
            Breaks = breaks ?? [],
        };
        _declarations.Add(declaration);
        return declaration;
    }

    public HandmadeFile Uses(CodeReferenceKind kind, string name, string? receiver, CodeDeclaration? from, int? offset = null)
    {
        _references.Add(new CodeReference(kind, name, receiver, from, offset ?? from?.Span.Start ?? 0));
        return this;
    }

    public HandmadeFile Imports(string module, string? name = null, string? alias = null)
    {
        _imports.Add(new ImportedName(module, name, alias));
        return this;
    }

    public HandmadeFile Variable(string name, string type, CodeDeclaration? scope)
    {
        _variables.Add(new VariableType(name, type, scope));
        return this;
    }

    public ParsedFile Parsed() => new()
    {
        Source = Source,
        Rules = language == CSharpParser.Language ? CSharpRules.Instance : TreeSitterLanguages.Contains(language) ? TreeSitterLanguages.Of(language) : TextRules.Of(language),
        Declarations = [.. _declarations.OrderBy(declaration => declaration.Span.Start).ThenByDescending(declaration => declaration.Span.End)],
        References = _references,
        Imports = _imports,
        Variables = _variables,
        Documentation = Documentation,
        Breaks = Breaks,
    };
}
