namespace StructIndex;

/// <summary>What a use of a name is.</summary>
public enum CodeReferenceKind
{
    /// <summary>A call.</summary>
    Call,

    /// <summary>An object is made.</summary>
    Construct,

    /// <summary>A type extends the named one.</summary>
    Inherit,

    /// <summary>A type implements the named interface, trait or protocol.</summary>
    Implement,
}
