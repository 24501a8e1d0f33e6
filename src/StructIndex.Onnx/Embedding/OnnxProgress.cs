namespace StructIndex;

/// <summary>The progress of one call.</summary>
/// <param name="Done">Texts done, counting the parts of long ones.</param>
/// <param name="Total">Texts of the call, counting the parts of long ones.</param>
/// <param name="Tokens">Tokens done, special tokens included.</param>
public readonly record struct OnnxProgress(int Done, int Total, long Tokens);
