namespace StructIndex.Tests;

/// <summary>A type of a <see cref="RandomCodeBase"/>.</summary>
internal sealed class RandomType
{
    public required string Name { get; set; }

    /// <summary>The type it extends; null for none.</summary>
    public string? Base { get; set; }

    /// <summary>Its methods: each the name, the type of its parameter and result, and the methods that it calls on the parameter.</summary>
    public List<(string Name, string Type, List<string> Calls)> Methods { get; } = [];
}
