namespace StructIndex;

/// <summary>
/// The sections of a saved index, in the order of the file. A section is its number (int32), its length in bytes (int64), its content, and
/// the CRC-32C of all three. Most columns are differences (<see cref="PackedNumbers"/>). The content of the last is the SHA-256 of everything before it.
/// </summary>
internal enum SnapshotSection
{
    Numbers = 1,
    StringLengths,
    StringText,
    UnitStrings,
    UnitMarks,
    UnitLines,
    Pieces,
    EdgeSources,
    EdgeTargets,
    EdgeLines,
    EdgeKinds,
    EdgeCertainties,
    ContainingTypes,
    PrimaryParts,
    Vectors,
    VectorScales,
    RowUnits,
    TermLengths,
    TermText,
    PostingCounts,
    PostingUnits,
    PostingImpacts,
    Failures,
    Languages,
    ReadBesides,
    End,
}
