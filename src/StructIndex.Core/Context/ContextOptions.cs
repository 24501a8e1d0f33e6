namespace StructIndex;

/// <summary>How a context pack is made.</summary>
public sealed record ContextOptions
{
    /// <summary>Counts the tokens of a text: the tokenizer of the language model that will read the pack.</summary>
    /// <value>
    /// The default value is null: <see cref="TokenEstimate"/>, which needs no tokenizer and errs upwards. With a tokenizer of the package
    /// Microsoft.ML.Tokenizers: <c>text => tokenizer.CountTokens(text)</c>.
    /// </value>
    public Func<string, int>? CountTokens { get; init; }

    /// <summary>Which units are searched; ignored where hits are given.</summary>
    /// <value>The default value is null: all.</value>
    public UnitFilter? Filter { get; init; }

    /// <summary>The pack stays empty where <see cref="SearchResult.Relevance"/> is lower; ignored where hits are given.</summary>
    /// <value>
    /// 0 to 1; null is the threshold of the index. The default value is 0: who reads a prompt can leave a piece aside, but not miss what is
    /// not there.
    /// </value>
    public double? MinimumRelevance { get; init; } = 0;

    internal int Count(string text) => CountTokens is null ? TokenEstimate.Count(text) : CountTokens(text);
}
