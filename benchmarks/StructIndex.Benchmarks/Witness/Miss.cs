namespace StructIndex.Benchmarks;

/// <summary>A tag that no unit answers to.</summary>
/// <param name="Language">Our name of the file's language.</param>
/// <param name="Path">Path with the folder's name before it.</param>
/// <param name="Tag">The tag.</param>
/// <param name="Text">The line it points at.</param>
/// <param name="Misread">What ctags took for a symbol; null when the tag looks right and the unit is missing.</param>
internal sealed record Miss(string Language, string Path, CtagsTag Tag, string Text, string? Misread);
