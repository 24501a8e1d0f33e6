namespace StructIndex;

/// <summary>The structured answer of <c>search</c>.</summary>
internal sealed record SearchAnswer(IReadOnlyList<UnitItem> Hits, int? NextOffset = null, string? Reason = null);

/// <summary>The structured answer of <c>context</c>.</summary>
internal sealed record ContextAnswer(string Text, int LeftOut);

/// <summary>The structured answer of <c>show</c>: one unit with its code, or several without.</summary>
internal sealed record ShowAnswer(
    IReadOnlyList<UnitItem> Units, string? Code = null, int? NextLine = null, IReadOnlyDictionary<string, IReadOnlyList<string>>? Neighbours = null);

/// <summary>The structured answer of <c>outline</c>.</summary>
internal sealed record OutlineAnswer(string Path, IReadOnlyList<UnitItem> Units, int? NextOffset = null);

/// <summary>The structured answer of <c>callers</c> and <c>callees</c>.</summary>
internal sealed record EdgesAnswer(IReadOnlyList<EdgeItem> Edges, int Total, int? NextOffset = null);

/// <summary>The structured answer of <c>impact</c>: the tests and then all others, each nearest and surest first.</summary>
internal sealed record ImpactAnswer(IReadOnlyList<ImpactItem> Reached, int Tests, int Others, int? NextOffset = null);

/// <summary>The structured answer of <c>map</c>.</summary>
internal sealed record MapAnswer(IReadOnlyList<MapItem> Entries, int? NextOffset = null);

/// <summary>The structured answer of <c>status</c>.</summary>
internal sealed record StatusAnswer(string State, int Files, int Units, int Edges, IReadOnlyList<string> Languages, int FailureCount, IReadOnlyList<FailureItem> Failures);
