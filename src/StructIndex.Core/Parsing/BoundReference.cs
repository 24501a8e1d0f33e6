namespace StructIndex;

/// <summary>An edge between two declarations, with how it is known.</summary>
/// <param name="From">
/// The declaration that uses the other; null for code of the file <paramref name="Source"/> outside declarations.
/// </param>
/// <param name="To">The declaration used.</param>
/// <param name="Kind">What the use is.</param>
/// <param name="Certainty">How it is known.</param>
/// <param name="Source">The file that holds the use.</param>
/// <param name="Offset">Where the use stands, in UTF-16 units.</param>
public readonly record struct BoundReference(CodeDeclaration? From, CodeDeclaration To, EdgeKind Kind, EdgeCertainty Certainty, SourceFile Source, int Offset);
