namespace StructIndex;

/// <summary>How one unit depends on another.</summary>
public enum EdgeKind
{
    /// <summary>Calls it (functions, property accessors, operators, events raised).</summary>
    Calls,

    /// <summary>Makes an object of it.</summary>
    Constructs,

    /// <summary>Extends it.</summary>
    Inherits,

    /// <summary>Implements it (an interface, trait or protocol, or a member of one), or is subscribed to it (an event).</summary>
    Implements,

    /// <summary>Overrides it.</summary>
    Overrides,

    /// <summary>Names it without calling it.</summary>
    References,

    /// <summary>Tests it.</summary>
    Tests,
}
