namespace StructIndex;

/// <summary>What a search in a database looks at.</summary>
public sealed record PostgresSearchOptions
{
    /// <summary>The greatest number of hits.</summary>
    /// <value>1 or more. The default value is 10.</value>
    public int Limit { get; init; } = 10;

    /// <summary>Names of the code bases.</summary>
    /// <value>The default value is empty: all of the tenant.</value>
    public IReadOnlyCollection<string> Repositories { get; init; } = [];

    /// <summary>The branch of each code base.</summary>
    /// <value>The default value is <c>main</c>.</value>
    public string Branch { get; init; } = "main";

    /// <summary>Languages by name, for example <c>csharp</c>.</summary>
    /// <value>The default value is empty: all.</value>
    public IReadOnlyCollection<string> Languages { get; init; } = [];

    /// <summary>How many units each leg gives to the fusion.</summary>
    /// <value>1 or more. The default value is 100.</value>
    public int Depth { get; init; } = 100;
}
