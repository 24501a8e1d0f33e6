namespace StructIndex;

/// <summary>A call of a function, by what it is given.</summary>
/// <param name="Arguments">The arguments as written.</param>
/// <param name="Site">Where they stand.</param>
internal readonly record struct CallSite(IReadOnlyList<string> Arguments, ValueSite Site);
