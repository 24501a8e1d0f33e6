namespace StructIndex;

/// <summary>What a parser made of the files it was given.</summary>
/// <param name="Files">One for each file given, in the same order.</param>
/// <param name="Binder">Finds the edges between the declarations with more than syntax (a compiler); null to have them resolved by name and scope.</param>
public sealed record ParserOutput(IReadOnlyList<ParsedFile> Files, IEdgeBinder? Binder = null);
