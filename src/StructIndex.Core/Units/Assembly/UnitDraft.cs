namespace StructIndex;

/// <summary>A unit on its way: everything but the final id, which needs the whole code base.</summary>
internal sealed record UnitDraft(SourceFile Source, CodeDeclaration? Declaration, string Name, LineRange Lines, ReadOnlyMemory<char> Body, SourceSpan[] Pieces)
{
    /// <summary>Documentation without marks.</summary>
    public string Documentation { get; init; } = "";

    /// <summary>What the unit is there for.</summary>
    public UnitRole Role { get; init; }

    /// <summary>Makes the unit.</summary>
    public CodeUnit ToUnit(string id) => new()
    {
        Id = id,
        Kind = KindOf(Declaration),
        Name = Name,
        Container = Declaration?.Container ?? "",
        Signature = Declaration?.Signature ?? "",
        Documentation = Documentation,
        Attributes = Declaration?.Attributes ?? [],
        Path = Source.Path,
        Lines = Lines,
        Language = Source.Language,
        Role = Role,
        IsPublic = Declaration?.IsPublic,
        Body = "",
        Code = Body,
        Pieces = Pieces,
    };

    /// <summary>The parser's word, but a function of a type is a method.</summary>
    private static UnitKind KindOf(CodeDeclaration? declaration) => declaration switch
    {
        null => UnitKind.Module,
        { Kind: UnitKind.Function, Parent: { } parent } when parent.Kind.IsType() => UnitKind.Method,
        _ => declaration.Kind,
    };
}
