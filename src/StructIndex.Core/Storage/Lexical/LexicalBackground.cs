namespace StructIndex;

/// <summary>What an index of some units does not know of the whole that they are of, so that words are as rare in it as there.</summary>
/// <param name="Count">How many units (or files) the whole has.</param>
/// <param name="Frequencies">For each term, how many of them hold it.</param>
internal sealed record LexicalBackground(int Count, int[] Frequencies);
