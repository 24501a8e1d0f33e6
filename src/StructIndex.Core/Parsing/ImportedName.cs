namespace StructIndex;

/// <summary>A name that a file brings in from elsewhere.</summary>
/// <param name="Module">
/// The module, package, namespace or file as written, for example <c>os.path</c>, <c>./util</c>, <c>std::fmt</c>; empty for the file
/// itself, where it hands a name of its own on under another.
/// </param>
/// <param name="Name">The symbol taken from it; null when the module as a whole is brought in, <c>*</c> for everything in it.</param>
/// <param name="Alias">The name it has in this file; null when unchanged.</param>
public readonly record struct ImportedName(string Module, string? Name, string? Alias);
