namespace StructIndex;

/// <summary>Which units a search looks at. A unit must fit each list that is not empty.</summary>
public sealed record UnitFilter
{
    /// <summary>Languages by name (<see cref="LanguageCatalog"/>: <c>csharp</c>, also <c>C#</c>) or extension (<c>cs</c>, <c>.cs</c>); case does not count. A search refuses a name that is neither.</summary>
    /// <value>The default value is empty: all languages.</value>
    public IReadOnlyCollection<string> Languages { get; init; } = [];

    /// <summary>Globs over the path relative to the root, for example <c>src/**/*.cs</c>; a unit fits when one of them does.</summary>
    /// <value>The default value is empty: all paths.</value>
    public IReadOnlyCollection<string> PathGlobs { get; init; } = [];

    /// <summary>Kinds of units.</summary>
    /// <value>The default value is empty: all kinds.</value>
    public IReadOnlyCollection<UnitKind> Kinds { get; init; } = [];

    /// <summary>What a unit must be besides; asked for each unit that fits the lists, from any thread.</summary>
    /// <value>The default value is null: anything.</value>
    public Func<CodeUnit, bool>? Where { get; init; }
}
