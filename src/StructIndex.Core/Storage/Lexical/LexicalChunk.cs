namespace StructIndex;

/// <summary>The counted terms of a run of consecutive units.</summary>
/// <param name="Counter">Whose term ids the entries use.</param>
/// <param name="First">The first unit.</param>
/// <param name="Ends">For each unit, where its entries end.</param>
/// <param name="Lengths">For each unit, the number of tokens in each field.</param>
/// <param name="Entries">One for each term of each unit.</param>
internal sealed record LexicalChunk(LexicalCounter Counter, int First, int[] Ends, int[] Lengths, LexicalEntry[] Entries);
