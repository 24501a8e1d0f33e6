namespace StructIndex;

/// <summary>
/// Everything that is known of one query of one index: what the ranker, the relevance and the hits are read from. Dispose gives the arrays
/// of scores back.
/// </summary>
internal sealed class QueryContext : IDisposable
{
    private HybridFusion? _fusion;
    private QueryTerms? _terms;
    private IReadOnlyList<(int Term, float Weight)>? _compounds;

    private QueryContext(IndexContents contents, FileTraits traits, ParsedQuery query, LexicalQuery allWords, LexicalQuery words, RetrievalScores scores, StaticEmbeddingModel? model) =>
        (Contents, Traits, Query, AllWords, Words, Scores, Model) = (contents, traits, query, allWords, words, scores, model);

    /// <summary>The index.</summary>
    public IndexContents Contents { get; }

    /// <summary>What is known of its files before any query.</summary>
    public FileTraits Traits { get; }

    /// <summary>The query as its text says it.</summary>
    public ParsedQuery Query { get; }

    /// <summary>Its words in the terms of the index, stop words among them.</summary>
    public LexicalQuery AllWords { get; }

    /// <summary>The same without stop words.</summary>
    public LexicalQuery Words { get; }

    /// <summary>What both retrievers found.</summary>
    public RetrievalScores Scores { get; }

    /// <summary>Both on one scale.</summary>
    public HybridFusion Fusion => _fusion ??= new HybridFusion(Scores);

    /// <summary>The terms of the index that the words stand for.</summary>
    public QueryTerms Terms => _terms ??= new QueryTerms(Words, Compounds, Contents.Lexical.Terms);

    /// <summary>The identifiers of the index that neighbouring words of the query make, with their rarity.</summary>
    public IReadOnlyList<(int Term, float Weight)> Compounds => _compounds ??= QueryCompounds.Of(Query.Identifiers, Contents.Lexical);

    /// <summary>
    /// Says how rare a word is in code at large, and how near two words are; null where another model, or none, made the vectors.
    /// </summary>
    public StaticEmbeddingModel? Model { get; }

    /// <summary>Asks both retrievers.</summary>
    /// <param name="contents">The index.</param>
    /// <param name="traits">What is known of its files.</param>
    /// <param name="query">The query.</param>
    /// <param name="vector">The query's vector; empty to search by words alone.</param>
    /// <param name="allowed">Which units count; null for all.</param>
    /// <param name="model">Widens the words by near ones; null widens nothing.</param>
    public static QueryContext Gather(IndexContents contents, FileTraits traits, ParsedQuery query, ReadOnlySpan<float> vector, bool[]? allowed = null, StaticEmbeddingModel? model = null)
    {
        LexicalQuery allWords = LexicalQuery.Of(query, contents.Lexical, model is null ? null : model.NearestWords), words = allWords.WithoutStopWords();
        return new QueryContext(contents, traits, query, allWords, words, RetrievalScores.Gather(contents, words, vector, allowed), model);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _fusion?.Dispose();
        Scores.Dispose();
    }
}
