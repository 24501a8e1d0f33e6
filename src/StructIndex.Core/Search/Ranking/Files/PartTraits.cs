namespace StructIndex;

/// <summary>What is known of the files of an index that is a part of a larger one, and cannot be read from the part.</summary>
/// <param name="Whole">The larger one.</param>
/// <param name="Lengths">For each file the sum of the weighted frequencies of all its terms.</param>
/// <param name="Files">What else is known of each file.</param>
internal sealed record PartTraits(WholeTraits Whole, float[] Lengths, IReadOnlyList<FileFacts> Files);

/// <summary>What the ranker knows of a whole index beside its files.</summary>
/// <param name="AreSnippets"><see cref="FileTraits.AreSnippets"/>.</param>
/// <param name="Files">How many files there are, and how many of them hold each term.</param>
/// <param name="Named">For each term, how often it is in the name of a file.</param>
/// <param name="AverageLength">The average length of a file (<see cref="WholeFiles.AverageLength"/>).</param>
internal sealed record WholeTraits(bool AreSnippets, LexicalBackground Files, int[] Named, float AverageLength);

/// <summary>What the ranker knows of one file by all others.</summary>
/// <param name="Fixed">The features that no query changes (<see cref="FixedFeatures"/>).</param>
/// <param name="OwnName">The terms of its name without words that the files of its folder share.</param>
/// <param name="NeighbourWords">For each unit the terms, of those that a query asks for, that its callers and callees bear.</param>
internal sealed record FileFacts(float[] Fixed, string[] OwnName, int[][] NeighbourWords);
