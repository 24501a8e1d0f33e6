namespace StructIndex;

/// <summary>
/// An expression and what takes its value, where functions are followed that are handed on as values: <c>handlers["open"] = load</c>.
/// </summary>
/// <param name="Target">
/// What takes the value, as written: a name, an attribute (<c>self.load</c>), an element (<c>handlers["open"]</c>), names with commas between that take
/// the value apart. Empty for what a function returns or yields.
/// </param>
/// <param name="Value">Where the expression stands in the file.</param>
/// <param name="Scope">The innermost declaration that holds it; null for the file.</param>
/// <param name="Kind">How the value is taken.</param>
public readonly record struct AssignedValue(string Target, SourceSpan Value, CodeDeclaration? Scope, AssignedValueKind Kind);
