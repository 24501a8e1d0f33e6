namespace StructIndex;

/// <summary>One symbol of a code base, or a stretch of code that belongs to none. Immutable.</summary>
public sealed class CodeUnit
{
    private string _id = "";
    private string _path = "";

    // So many letters of the path stand before what is kept of the id: those that a merge put there.
    private int _idPrefix;
    private string _documentation = "";

    /// <summary>Stable id: a documentation-comment id for C#, otherwise path, qualified name and signature. Unique in an index.</summary>
    public required string Id
    {
        get => _idPrefix == 0 ? _id : string.Concat(_path.AsSpan(0, _idPrefix), _id);
        init => _id = value;
    }

    /// <summary>What the unit is.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>Simple name; for a <see cref="UnitKind.Module"/> the file's name (its folder's, where the file stands for it: <c>__init__.py</c>, <c>mod.rs</c>, <c>index.ts</c>), or its heading or key where it has one.</summary>
    public required string Name { get; init; }

    /// <summary>Dotted name of what holds the unit (namespace and types); empty when nothing does.</summary>
    public string Container { get; init; } = "";

    /// <summary>Container and name, dotted.</summary>
    public string QualifiedName => Container.Length == 0 ? Name : $"{Container}.{Name}";

    /// <summary>The declaration without documentation, attributes and body, on one line.</summary>
    public string Signature { get; init; } = "";

    /// <summary>Documentation without comment marks and markup.</summary>
    public string Documentation
    {
        get => _documentation;
        init => _documentation = value;
    }

    /// <summary>Attributes, decorators or annotations as written, without their marks.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>Path relative to the root of the index, separated by <c>/</c>.</summary>
    public required string Path
    {
        get => _path;
        init => _path = value;
    }

    /// <summary>The lines, documentation and attributes included.</summary>
    public required LineRange Lines { get; init; }

    /// <summary>Language name, for example <c>csharp</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What the unit is there for.</summary>
    public UnitRole Role { get; init; }

    /// <summary>Whether the symbol is visible outside; null where the syntax does not say.</summary>
    public bool? IsPublic { get; init; }

    /// <summary>
    /// What is embedded and searched as the body: a function's own code; for a type its header, fields and one line per member,
    /// so that a member's code counts for the member alone.
    /// </summary>
    public required string Body
    {
        get => Code.ToString();
        init => Code = value.AsMemory();
    }

    /// <summary><see cref="Body"/> where it is kept: a stretch of the file's text needs no copy. It is set after <see cref="Body"/>.</summary>
    internal ReadOnlyMemory<char> Code { get; init; }

    /// <summary>
    /// Pieces of <see cref="Body"/> (UTF-16 units) when it is too long for one vector; empty otherwise. They answer as this one unit.
    /// </summary>
    public IReadOnlyList<SourceSpan> Pieces { get; init; } = [];

    /// <summary>The same unit with other documentation.</summary>
    internal CodeUnit WithDocumentation(string documentation)
    {
        CodeUnit copy = (CodeUnit)MemberwiseClone();
        copy._documentation = documentation;
        return copy;
    }

    /// <summary>The same unit with another id.</summary>
    internal CodeUnit WithId(string id)
    {
        CodeUnit copy = (CodeUnit)MemberwiseClone();
        (copy._id, copy._idPrefix) = (id, 0);
        return copy;
    }

    /// <summary>The same unit with another id, in a file of another path.</summary>
    internal CodeUnit With(string path, string id)
    {
        CodeUnit copy = WithId(id);
        copy._path = path;
        return copy;
    }

    /// <summary>The same unit in another folder, which its path and its id begin with. The id costs no memory.</summary>
    /// <param name="path">The path with the folder.</param>
    /// <param name="folder">How long the folder is, with its slash.</param>
    internal CodeUnit Under(string path, int folder)
    {
        CodeUnit copy = _idPrefix == 0 ? (CodeUnit)MemberwiseClone() : WithId(Id);
        (copy._path, copy._idPrefix) = (path, folder);
        return copy;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {QualifiedName} ({Path}:{Lines})";
}
