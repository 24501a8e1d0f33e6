namespace StructIndex;

/// <summary>A package that pairs were mined from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="License">What its own files say of their licence, on one line; empty when they say nothing.</param>
internal sealed record CorpusPackage(string Name, string License);
