namespace StructIndex;

/// <summary>A piece of code and what its author wrote about it.</summary>
/// <param name="Kind">What the code is.</param>
/// <param name="Language">Language name as in <see cref="LanguageCatalog"/>.</param>
/// <param name="Documentation">The documentation as prose, without markup and tags.</param>
/// <param name="Fields">The code by its fields; the documentation is taken out of the body.</param>
/// <param name="BodyHash">Of the code, as in <see cref="BodyFingerprint"/>.</param>
internal sealed record DocumentedCode(PairKind Kind, string Language, string Documentation, UnitFields Fields, ulong BodyHash);
