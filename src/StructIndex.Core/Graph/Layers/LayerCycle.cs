namespace StructIndex;

/// <summary>Folders, namespaces or projects each of which uses all others of them, directly or through others.</summary>
/// <param name="Rooms">Which these are, ordered by name.</param>
/// <param name="Arrows">For each of them that uses another one, the first use and how many there are.</param>
public sealed record LayerCycle(IReadOnlyList<string> Rooms, IReadOnlyList<LayerArrow> Arrows);
