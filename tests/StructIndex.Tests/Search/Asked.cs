namespace StructIndex.Tests;

/// <summary>Short ways to ask what a query is made of and what it finds.</summary>
internal static class Asked
{
    /// <summary>The words of a query in the terms of an index.</summary>
    public static LexicalQuery Words(string query, LexicalIndex index, Func<string, IReadOnlyList<WordNeighbour>>? neighbours = null) =>
        LexicalQuery.Of(ParsedQuery.Parse(query), index, neighbours);

    /// <summary>All that is known of a query.</summary>
    public static QueryContext Context(IndexContents contents, string query) =>
        QueryContext.Gather(contents, new FileTraits(contents), ParsedQuery.Parse(query), vector: []);

    /// <summary>Searches for a text.</summary>
    public static SearchResult Search(this Searcher searcher, string query, ReadOnlySpan<float> vector, SearchOptions options) =>
        searcher.Search(ParsedQuery.Parse(query), vector, options);
}
