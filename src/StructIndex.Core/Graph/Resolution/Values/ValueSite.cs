namespace StructIndex;

/// <summary>Where an expression stands, by which its names are understood.</summary>
/// <param name="File">Its file.</param>
/// <param name="From">The innermost declaration around it; null for the file.</param>
/// <param name="Offset">Its offset: of what was assigned before to a name only the last counts where nothing can come between.</param>
internal readonly record struct ValueSite(FileScope File, CodeDeclaration? From, int Offset);
