namespace StructIndex;

/// <summary>What the head of a module hands on of what it imports: whole modules, and names one by one.</summary>
/// <param name="Module">The module's own name; empty where it has none.</param>
/// <param name="Names">The names that are handed on.</param>
/// <param name="Modules">
/// Modules, by their names or by what the imports call them, of which everything that is in scope is handed on.
/// </param>
/// <param name="HasMembers">Whether a type is handed on with all its members.</param>
public sealed record ModuleExports(string Module, IReadOnlySet<string> Names, IReadOnlyList<string> Modules, bool HasMembers);
