namespace StructIndex.Tests;

/// <summary>A source file of a <see cref="RandomCodeBase"/>.</summary>
internal sealed class RandomFile
{
    public required string Language { get; init; }

    /// <summary>Folder and name without the extension.</summary>
    public required string Stem { get; set; }

    public List<string> Imports { get; } = [];

    public List<RandomType> Types { get; } = [];

    /// <summary>Replaces the text where it is set: broken code, binary content, no content.</summary>
    public byte[]? Raw { get; set; }

    public int Comment { get; set; }

    public string Path => $"{Stem}.{RandomText.Extensions[Language]}";
}
