namespace StructIndex;

/// <summary>The declarations of a file.</summary>
/// <param name="File">The file as the index takes it.</param>
/// <param name="Declared">Declarations by the start of their syntax, for the binder; null for a file that shall not be bound.</param>
internal readonly record struct FileReading(ParsedFile File, Dictionary<int, CodeDeclaration>? Declared);
