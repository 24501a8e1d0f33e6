namespace StructIndex;

/// <summary>A unit that a change reaches.</summary>
/// <param name="Symbol">Qualified name.</param>
/// <param name="Id">What other tools take for this unit and no other.</param>
/// <param name="Path">Its file, from the root.</param>
/// <param name="Line">The line of the use that the change comes through, or its first where it is changed itself.</param>
/// <param name="IsTest">Whether it is a test to run.</param>
/// <param name="Depth">The fewest uses between it and the change.</param>
/// <param name="Certainty">How surely the change reaches it.</param>
/// <param name="Through">What it uses, one step nearer to the change; null where it is changed itself.</param>
internal sealed record ImpactItem(string Symbol, string Id, string Path, int Line, bool IsTest, int Depth, string Certainty, string? Through = null)
{
    public static ImpactItem Of(ImpactedUnit reached, bool isTest) => new(
        Answer.Short(reached.Unit.QualifiedName),
        reached.Unit.Id,
        reached.Unit.Path,
        reached.Edge?.Line ?? reached.Unit.Lines.Start,
        isTest,
        reached.Depth,
        Answer.Name(reached.Certainty),
        reached.Through is { } through ? Answer.Short(through.QualifiedName) : null);

    public string Describe() =>
        FormattableString.Invariant($"{(IsTest ? "test" : "user")} {Depth} {Path}:{Line} {Symbol}{(Through is null ? " (changed itself)" : $" through {Through} ({Certainty})")}");
}
