namespace StructIndex;

/// <summary>What becomes of what a text is split at.</summary>
internal enum SplitBehaviour
{
    /// <summary>It is dropped.</summary>
    Removed,

    /// <summary>It is a piece of its own.</summary>
    Isolated,

    /// <summary>It ends the piece before it.</summary>
    MergedWithPrevious,

    /// <summary>It begins the piece after it.</summary>
    MergedWithNext,

    /// <summary>Neighbours of it are one piece.</summary>
    Contiguous,
}
