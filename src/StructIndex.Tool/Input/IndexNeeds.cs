namespace StructIndex;

/// <summary>What a command asks of an index, so that nothing else is built.</summary>
internal enum IndexNeeds
{
    /// <summary>Units alone.</summary>
    Units,

    /// <summary>Units and the edges between them.</summary>
    Edges,

    /// <summary>Everything, to search or to save.</summary>
    Search,
}
