namespace StructIndex;

/// <summary>What the code of a documentation/code pair is.</summary>
public enum PairKind
{
    /// <summary>A function or method.</summary>
    Function,

    /// <summary>A type: header, fields, one line a member.</summary>
    Type,

    /// <summary>A file: the list of its declarations.</summary>
    File,
}
