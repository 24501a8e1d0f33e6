namespace StructIndex;

/// <summary>The declarations of a file.</summary>
/// <param name="File">The file as the index takes it.</param>
/// <param name="Declared">Declarations by the start of their syntax, for the binder; null for a file that shall not be bound.</param>
/// <param name="Asks">Whether the compiler was asked for symbols, and whether for their documentation.</param>
internal sealed record FileReading(ParsedFile File, Dictionary<int, CodeDeclaration>? Declared, SymbolUse Asks)
{
    /// <summary>Numbers of the declarations.</summary>
    public DeclarationNumbers Numbers => field ??= new DeclarationNumbers(Declared ?? []);
}
