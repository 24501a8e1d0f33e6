namespace StructIndex;

/// <summary>What a model file holds, but for the table, which is used in place.</summary>
internal sealed record StaticEmbeddingParts(
    string Name, uint Tokenizer, int Dimensions, FieldWeights Weights, Token[] Words, uint[] Counts, float[] Scales, int TableOffset);
