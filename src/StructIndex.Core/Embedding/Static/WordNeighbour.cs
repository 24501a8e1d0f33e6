namespace StructIndex;

/// <summary>A word that the model places near another one.</summary>
/// <param name="Word">The word, lower-case.</param>
/// <param name="Weight">Square of the cosine between the two word vectors, .25 to 1.</param>
internal readonly record struct WordNeighbour(string Word, float Weight);
