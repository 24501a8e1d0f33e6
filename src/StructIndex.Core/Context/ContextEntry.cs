namespace StructIndex;

/// <summary>A unit in a piece of a context pack.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Form">How much of it is shown.</param>
/// <param name="Why">Why it is there, for example <c>hit 1, relevance 0.93</c> or <c>called by Orders.Reserve</c>.</param>
public sealed record ContextEntry(CodeUnit Unit, ContextForm Form, string Why);
