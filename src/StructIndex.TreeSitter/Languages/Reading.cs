namespace StructIndex;

/// <summary>One of the parses of a file.</summary>
/// <param name="Language">The language whose grammar and query read it.</param>
/// <param name="Text">What the grammar is shown: as long as the file.</param>
internal readonly record struct Reading(TreeSitterLanguage Language, string Text);
