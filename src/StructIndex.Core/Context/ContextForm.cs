namespace StructIndex;

/// <summary>How much of a unit a context pack shows. Never a part of a line.</summary>
public enum ContextForm
{
    /// <summary>Its signature, with the first sentence of its documentation where there is one.</summary>
    Signature,

    /// <summary>Its signature with its whole documentation.</summary>
    Documented,

    /// <summary>Its documentation and its code. For a type: its header, its fields and one line for each member.</summary>
    Whole,
}
