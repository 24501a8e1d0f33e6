namespace StructIndex;

/// <summary>Which retrievers answer a search.</summary>
public enum SearchMode
{
    /// <summary>Words and vectors together, in the order of the ranker: what a user wants.</summary>
    Hybrid,

    /// <summary>
    /// BM25F over the words of the query as they are, and nothing else: each file at its best unit, no ranker, no near words, no
    /// abstention. A baseline, and the way to search without a call of the embedding generator.
    /// </summary>
    Lexical,

    /// <summary>
    /// The cosine with the query's vector, and nothing else: each file at its best unit, no ranker, no abstention. A baseline.
    /// </summary>
    Dense,
}
