namespace StructIndex;

/// <summary>How much of an index is there.</summary>
public enum CodeIndexPhase
{
    /// <summary>Nothing yet: the first index is being built or loaded.</summary>
    Building,

    /// <summary>Units can be searched and read; the edges between them are still being found.</summary>
    Binding,

    /// <summary>Everything.</summary>
    Ready,

    /// <summary>The build failed. An index that was there before goes on answering.</summary>
    Failed,
}
