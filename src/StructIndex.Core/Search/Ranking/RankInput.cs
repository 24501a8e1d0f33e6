namespace StructIndex;

/// <summary>Everything that the features of a query are read from.</summary>
/// <param name="Contents">The index.</param>
/// <param name="Traits">What is known of its files before any query.</param>
/// <param name="Text">The query as written.</param>
/// <param name="Query">Its words.</param>
/// <param name="Intent">What it asks for.</param>
/// <param name="Evidence">What both legs found.</param>
/// <param name="Model">Tells how rare a word is in code at large, and how near two words are; null where another model, or none, made the vectors.</param>
internal sealed record RankInput(IndexContents Contents, FileTraits Traits, string Text, LexicalQuery Query, QueryIntent Intent, SearchEvidence Evidence, StaticEmbeddingModel? Model = null)
{
    /// <summary>The identifiers that neighbouring words of the query make.</summary>
    public IReadOnlyList<(int Term, float Weight)> Compounds { get; } = QueryCompounds.Of(Text, Contents.Lexical);
}
