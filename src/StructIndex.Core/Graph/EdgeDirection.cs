namespace StructIndex;

/// <summary>Which way calls are followed.</summary>
public enum EdgeDirection
{
    /// <summary>To what the unit uses.</summary>
    Callees,

    /// <summary>To what uses the unit.</summary>
    Callers,
}
