namespace StructIndex;

/// <summary>Where a section of a text begins.</summary>
/// <param name="Level">1 for the highest; a section belongs to the last one of a lower level before it.</param>
/// <param name="Name">Its title, key or table, without marks.</param>
/// <param name="Start">Where the heading begins.</param>
/// <param name="End">Where it ends and the content begins.</param>
/// <param name="Stop">Where the section ends at the latest.</param>
internal readonly record struct Heading(int Level, string Name, int Start, int End, int Stop = int.MaxValue);
