namespace StructIndex;

/// <summary>A named part of a score.</summary>
/// <param name="Name">
/// <c>rank:FEATURE</c>: what a feature of the ranker gives to <see cref="SearchHit.Score"/>; these parts sum to it. <c>cosine</c> and
/// <c>bm25f</c>: the raw scores of the unit. <c>coverage</c>: share of the query's words, weighed by rarity, that the unit holds.
/// <c>file.dense</c> and <c>file.lexical</c>: both scores of the file, scaled 0 to 1 within this query. <c>unit.dense</c> and
/// <c>unit.lexical</c>: the same for the unit. <c>graph:RELATION of SYMBOL</c>: the question asked the graph, and the unit stands in that
/// relation (callers, callees, implementations, tests), as likely as this. <c>word:TEXT</c>: what a word of the query gives to
/// <c>bm25f</c>; <c>word:TEXT~OTHER</c> when OTHER stands for it.
/// </param>
/// <param name="Value">The value.</param>
public readonly record struct ScorePart(string Name, double Value);
