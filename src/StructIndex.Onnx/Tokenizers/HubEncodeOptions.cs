namespace StructIndex;

/// <summary>How a text is made into the tokens that a model reads.</summary>
internal sealed record HubEncodeOptions
{
    /// <summary>
    /// The largest number of tokens, special tokens included; null for no limit. The end of the longer text is cut off, or its start where
    /// <c>tokenizer.json</c> says so.
    /// </summary>
    public int? MaxTokens { get; init; }

    /// <summary>Whether the model's special tokens are put around the text.</summary>
    public bool AddSpecialTokens { get; init; } = true;

    /// <summary>Whether special tokens that are written out in the text become that token, as in the hub's own tools.</summary>
    public bool SpecialTokensInText { get; init; }
}
