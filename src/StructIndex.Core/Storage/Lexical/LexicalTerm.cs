namespace StructIndex;

/// <summary>A term of the index that stands for a word of a query.</summary>
/// <param name="Term">Its id in the index.</param>
/// <param name="Text">The term.</param>
/// <param name="Similarity">1 for the word itself, the squared cosine for a neighbour.</param>
/// <param name="Weight">What a saturated occurrence gives: the similarity times the lesser of both rarities.</param>
internal readonly record struct LexicalTerm(int Term, string Text, float Similarity, float Weight);
