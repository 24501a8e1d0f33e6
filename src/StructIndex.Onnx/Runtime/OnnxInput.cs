namespace StructIndex;

/// <summary>Whole numbers for an input of a model, row by row.</summary>
/// <param name="Name">The input.</param>
/// <param name="Values">The numbers.</param>
internal readonly record struct OnnxInput(string Name, long[] Values);
