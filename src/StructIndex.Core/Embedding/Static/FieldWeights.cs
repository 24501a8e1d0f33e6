namespace StructIndex;

/// <summary>How much each field of a unit counts in its vector. Learned in training; only their ratios matter.</summary>
/// <param name="Name">Weight of the simple name.</param>
/// <param name="Container">Weight of the types and namespaces around it.</param>
/// <param name="Path">Weight of the file's path.</param>
/// <param name="Signature">Weight of the signature without the name.</param>
/// <param name="Documentation">Weight of the documentation.</param>
/// <param name="Body">Weight of the code.</param>
public readonly record struct FieldWeights(float Name, float Container, float Path, float Signature, float Documentation, float Body);
