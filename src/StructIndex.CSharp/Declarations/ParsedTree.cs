using Microsoft.CodeAnalysis;

namespace StructIndex;

/// <summary>What parsing gave: a tree, or the reason why there is none.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Failure">The reason.</param>
internal readonly record struct ParsedTree(SyntaxTree? Tree, FileFailure? Failure);
