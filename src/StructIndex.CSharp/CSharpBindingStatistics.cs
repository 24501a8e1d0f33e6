namespace StructIndex;

/// <summary>
/// What the compiler made of the call sites: invocations, object creations and constructor initialisers.
/// Property accessors, operators and the calls that patterns imply become edges too but are not counted here.
/// </summary>
/// <param name="Source">Sites bound to a declaration of the code base.</param>
/// <param name="Metadata">Sites bound to a referenced assembly (or to what the compiler provides, such as a delegate's Invoke).</param>
/// <param name="Candidate">Sites the compiler could not settle but gave candidates for; the first that fits is taken.</param>
/// <param name="Nothing">Sites that bind to nothing: calls on unknown types, on <c>dynamic</c>, or wrong code.</param>
internal readonly record struct CSharpBindingStatistics(int Source, int Metadata, int Candidate, int Nothing)
{
    /// <summary>All call sites.</summary>
    public int Total => Source + Metadata + Candidate + Nothing;

    /// <summary>Share of the sites that are bound for sure, 0 to 1; 1 when there are none.</summary>
    public double BoundShare => Total == 0 ? 1 : (double)(Source + Metadata) / Total;

    /// <summary>The sums of both.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static CSharpBindingStatistics operator +(CSharpBindingStatistics left, CSharpBindingStatistics right)
        => new(left.Source + right.Source, left.Metadata + right.Metadata, left.Candidate + right.Candidate, left.Nothing + right.Nothing);
}
