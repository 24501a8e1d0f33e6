namespace StructIndex;

/// <summary>The best units for a question within a token budget, ready for a prompt.</summary>
public sealed record ContextPack
{
    /// <summary>Most tokens of <see cref="Text"/>.</summary>
    public required int Budget { get; init; }

    /// <summary>Tokens of <see cref="Text"/> by the counter of the pack; never more than <see cref="Budget"/>.</summary>
    public required int Tokens { get; init; }

    /// <summary>The pieces, the likeliest first; no two share a line of code.</summary>
    public required IReadOnlyList<ContextPiece> Pieces { get; init; }

    /// <summary>What was found and did not fit, or is hardly relevant, the likeliest first.</summary>
    public required IReadOnlyList<CodeUnit> LeftOut { get; init; }

    /// <summary>
    /// The whole as Markdown: for each piece a heading with path, lines and reason, and its code in a fence; at the end how much was left
    /// out.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>Why there are no pieces, in a sentence; null when there are some.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
