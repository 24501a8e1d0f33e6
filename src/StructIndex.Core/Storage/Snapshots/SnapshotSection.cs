namespace StructIndex;

/// <summary>
/// The sections of a saved index, in the order of the file. A section is its number (int32), its length in bytes (int64), its content, and
/// the CRC-32C of all three. The content of the last is the SHA-256 of everything before it.
/// </summary>
internal enum SnapshotSection
{
    Numbers = 1,
    StringLengths,
    StringText,
    UnitStrings,
    UnitMarks,
    UnitLines,
    AttributeStarts,
    Attributes,
    PieceStarts,
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
    TermStarts,
    TermText,
    PostingStarts,
    PostingUnits,
    PostingImpacts,
    Failures,
    Languages,
    ReadBesides,
    End,
}
