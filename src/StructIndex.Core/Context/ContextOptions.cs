namespace StructIndex;

/// <summary>How a context pack is made.</summary>
public sealed record ContextOptions
{
    /// <summary>Counts the tokens of a text: the tokenizer of the language model that will read the pack.</summary>
    /// <value>The default value is null: <see cref="TokenEstimate"/>, which needs no tokenizer and errs upwards.</value>
    public Func<string, int>? CountTokens { get; init; }

    /// <summary>Which units are searched; ignored where hits are given.</summary>
    /// <value>The default value is null: all.</value>
    public UnitFilter? Filter { get; init; }

    internal int Count(string text) => CountTokens is null ? TokenEstimate.Count(text) : CountTokens(text);
}
