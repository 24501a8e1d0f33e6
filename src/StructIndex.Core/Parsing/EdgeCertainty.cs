namespace StructIndex;

/// <summary>How an edge is known, from the surest to the least sure.</summary>
public enum EdgeCertainty
{
    /// <summary>Bound by a compiler to this very declaration.</summary>
    Exact,

    /// <summary>Bound to a virtual or interface member; which body runs is decided at run time.</summary>
    Dispatch,

    /// <summary>The function is handed over (a delegate, a method group, a callback), not called here.</summary>
    Delegate,

    /// <summary>Resolved through imports, receivers, containers and scopes as the syntax shows them.</summary>
    Scoped,

    /// <summary>The only declaration of that name in the code base; nothing else ties the two.</summary>
    NameOnly,

    /// <summary>One of several declarations that it could be.</summary>
    Candidate,
}
