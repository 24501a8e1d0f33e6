namespace StructIndex.Benchmarks;

/// <summary>A question in one of many styles, with its answer: a line of <c>questions/TREE.jsonl</c>.</summary>
/// <param name="Id">Id, unique in the tree.</param>
/// <param name="Query">The text that is asked.</param>
/// <param name="Style">How it is written: <c>commit</c>, <c>message</c>, <c>documentation</c>, <c>keywords</c>, <c>symbol</c>, <c>typo</c>, <c>code</c>, <c>error</c>, <c>frames</c>, <c>llm</c>, <c>issue</c>.</param>
/// <param name="Named">Whether it holds a right file's path (<c>path</c>), its name (<c>stem</c>) or neither (<c>no</c>).</param>
/// <param name="Repo">Owner and name.</param>
/// <param name="Language">Language of the first right file; of the repository where there is none.</param>
/// <param name="Tree">Name of the tree that is asked.</param>
/// <param name="Relevant">The right files; none for a question that should get no answer.</param>
/// <param name="Functions">The right units, as far as they are known.</param>
internal sealed record StyledQuestion(string Id, string Query, string Style, string Named, string Repo, string Language, string Tree, IReadOnlyList<StyledTarget> Relevant, IReadOnlyList<StyledTarget> Functions)
{
    /// <summary>The style once more, under the name that other tools read.</summary>
    public string Category => Style;

    /// <summary>Why there is no answer: <c>other</c> (a repository of another domain), <c>domain</c> (another of the same domain), <c>swap</c> (an own question whose rarest words are those of others), <c>near</c> (what the repository nearly does), <c>world</c>; null where there is one.</summary>
    public string? Negative { get; init; }

    /// <summary>The style that a question with typing errors had before.</summary>
    public string? Before { get; init; }

    /// <summary>The commit that it comes from.</summary>
    public string? Commit { get; init; }
}

/// <summary>A right answer.</summary>
/// <param name="Path">The file.</param>
/// <param name="Start">First line of a unit.</param>
/// <param name="End">Its last line.</param>
/// <param name="Symbol">Its qualified name.</param>
internal sealed record StyledTarget(string Path, int? Start = null, int? End = null, string? Symbol = null)
{
    public static StyledTarget Of(CodeUnit unit) => new(unit.Path, unit.Lines.Start, unit.Lines.End, unit.QualifiedName);
}
