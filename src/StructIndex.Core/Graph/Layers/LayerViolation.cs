namespace StructIndex;

/// <summary>A use that goes against the stated layers, or a folder that the layers leave out.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="From">The folder that uses the other, or that the rule leaves out.</param>
/// <param name="To">The folder that is used; null where the rule leaves <paramref name="From"/> out.</param>
/// <param name="Edge">The use; null where the rule leaves <paramref name="From"/> out.</param>
public sealed record LayerViolation(LayerRule Rule, string From, string? To, CodeEdge? Edge);
