namespace StructIndex;

/// <summary>How a text is made into tokens.</summary>
public sealed record HubEncodeOptions
{
    /// <summary>Most tokens, special tokens included; the end of the longer text is cut off (the start, where <c>tokenizer.json</c> says so).</summary>
    /// <value>The default value is null: no limit. <c>tokenizer.json</c>'s own is often not the model's, see <see cref="HubTokenizer.MaxTokens"/>.</value>
    public int? MaxTokens { get; init; }

    /// <summary>Whether the model's marks are put around the text.</summary>
    /// <value>The default value is true.</value>
    public bool AddSpecialTokens { get; init; } = true;

    /// <summary>Whether marks of the model that stand in the source, such as <c>[SEP]</c> or <c>&lt;/s&gt;</c>, are the mark, as the hub's own tools do it.</summary>
    /// <value>The default value is false: source code that mentions a mark is text like any other.</value>
    public bool SpecialTokensInText { get; init; }
}
