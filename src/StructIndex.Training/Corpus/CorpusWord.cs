namespace StructIndex;

/// <summary>A word of a corpus with its counts in the pairs to learn from.</summary>
/// <param name="Token">The word.</param>
/// <param name="InCode">Occurrences in code.</param>
/// <param name="InDocumentation">Occurrences in documentation.</param>
internal readonly record struct CorpusWord(Token Token, uint InCode, uint InDocumentation);
