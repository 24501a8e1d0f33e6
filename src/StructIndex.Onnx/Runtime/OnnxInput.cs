namespace StructIndex;

/// <summary>An input of a run.</summary>
/// <param name="Name">The input of the model.</param>
/// <param name="Values">The numbers, row by row.</param>
internal readonly record struct OnnxInput(string Name, long[] Values);
