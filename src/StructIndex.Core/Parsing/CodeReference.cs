namespace StructIndex;

/// <summary>A use of a name as the syntax shows it, not yet resolved to a declaration.</summary>
/// <param name="Kind">What the use is.</param>
/// <param name="Name">The simple name used, for example <c>Save</c> in <c>store.Save(x)</c>.</param>
/// <param name="Receiver">
/// What stands before the name, as written, for example <c>store</c>, <c>this</c>, <c>Path</c>; null when nothing does.
/// </param>
/// <param name="From">The innermost declaration that holds the use; null for top-level code.</param>
/// <param name="Offset">Where the name stands, in UTF-16 units.</param>
public readonly record struct CodeReference(CodeReferenceKind Kind, string Name, string? Receiver, CodeDeclaration? From, int Offset);
