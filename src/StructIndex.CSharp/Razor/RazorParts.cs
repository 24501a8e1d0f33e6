namespace StructIndex;

/// <summary>A piece of a view: a stretch of the file, or text that is not in it.</summary>
/// <param name="Span">The stretch; empty where there is text.</param>
/// <param name="Generated">The text; null for a stretch.</param>
internal readonly record struct RazorPiece(SourceSpan Span, string? Generated)
{
    public static implicit operator RazorPiece(string generated) => new(default, generated);

    public static implicit operator RazorPiece(SourceSpan span) => new(span, null);
}

/// <summary>What a Razor file says to the compiler, by where it goes.</summary>
internal sealed class RazorParts
{
    /// <summary>Namespaces, as they stand after <c>using</c>.</summary>
    public List<SourceSpan> Usings { get; } = [];

    /// <summary>Members of the class.</summary>
    public List<RazorPiece> Members { get; } = [];

    /// <summary>Statements made of the markup.</summary>
    public List<RazorPiece> Markup { get; } = [];

    /// <summary>Interfaces of the class.</summary>
    public List<SourceSpan> Implements { get; } = [];

    /// <summary>Names of type parameters.</summary>
    public List<SourceSpan> TypeParameters { get; } = [];

    /// <summary>The base of the class; null where the file names none.</summary>
    public SourceSpan? Inherits { get; set; }

    /// <summary>The type of the model of a page; null where the file names none.</summary>
    public SourceSpan? Model { get; set; }

    /// <summary>The namespace; null where the file names none.</summary>
    public SourceSpan? Namespace { get; set; }
}
