namespace StructIndex;

/// <summary>The stages of building an index, in their order.</summary>
public enum IndexStage
{
    /// <summary>Files are found and read.</summary>
    Reading,

    /// <summary>Files are parsed into declarations.</summary>
    Parsing,

    /// <summary>Uses are bound to what they use.</summary>
    Binding,

    /// <summary>Units are embedded.</summary>
    Embedding,

    /// <summary>The lexical index is built.</summary>
    Indexing,
}
