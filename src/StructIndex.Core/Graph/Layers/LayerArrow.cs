namespace StructIndex;

/// <summary>The uses of one folder, namespace or project by another.</summary>
/// <param name="From">The one that uses the other.</param>
/// <param name="To">The one that is used.</param>
/// <param name="Count">How many edges there are, 1 or more.</param>
/// <param name="First">The first of them.</param>
public sealed record LayerArrow(string From, string To, int Count, CodeEdge First);
