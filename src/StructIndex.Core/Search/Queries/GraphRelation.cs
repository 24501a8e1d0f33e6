namespace StructIndex;

/// <summary>What a question asks of the graph.</summary>
internal enum GraphRelation
{
    /// <summary>Who calls it, makes it or hands it over.</summary>
    Callers,

    /// <summary>What it calls, makes or hands over.</summary>
    Callees,

    /// <summary>What implements, extends or overrides it.</summary>
    Implementations,

    /// <summary>Which tests test it.</summary>
    Tests,
}
