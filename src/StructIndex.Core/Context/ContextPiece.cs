namespace StructIndex;

/// <summary>A stretch of one file in a context pack: one unit, or a unit with some of what it holds.</summary>
/// <param name="Entries">The units, the outermost first.</param>
/// <param name="Text">The code, with documentation as comments, from the left margin.</param>
/// <param name="Tokens">What the piece takes of the budget, its heading included.</param>
public sealed record ContextPiece(IReadOnlyList<ContextEntry> Entries, string Text, int Tokens)
{
    /// <summary>Path of the file, relative to the root of the index.</summary>
    public string Path => Entries[0].Unit.Path;

    /// <summary>The lines of the outermost unit.</summary>
    public LineRange Lines => Entries[0].Unit.Lines;

    /// <summary>Language name, for example <c>csharp</c>.</summary>
    public string Language => Entries[0].Unit.Language;

    /// <summary>Why the piece is there, and what of it is cut, in one line.</summary>
    public string Why => string.Join("; ", Entries.Select(entry => ContextText.Why(entry, named: Entries.Count > 1)));
}
