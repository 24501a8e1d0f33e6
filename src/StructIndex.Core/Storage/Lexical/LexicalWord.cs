namespace StructIndex;

/// <summary>A word of a query, with the terms that may stand for it; a unit is given the best of them.</summary>
/// <param name="Text">The word as the index would hold it.</param>
/// <param name="Count">How often the query says it; of a long text the weight of the lines that do.</param>
/// <param name="Idf">How rare it is in the index.</param>
/// <param name="Terms">The word itself, where the index holds it, and its neighbours.</param>
internal sealed record LexicalWord(string Text, float Count, float Idf, LexicalTerm[] Terms);
