namespace StructIndex;

/// <summary>A token, and the stretch of the source that it stands for.</summary>
/// <param name="Id">Its place in the vocabulary.</param>
/// <param name="Start">Offset of its first UTF-16 unit in the source; 0 for a special token that the tokenizer added.</param>
/// <param name="End">
/// Offset after its last UTF-16 unit; equal to <paramref name="Start"/> for a special token that the tokenizer added.
/// </param>
/// <param name="TypeId">0 for the first text and 1 for the second, where the model distinguishes them.</param>
internal readonly record struct HubToken(int Id, int Start, int End, int TypeId = 0);
