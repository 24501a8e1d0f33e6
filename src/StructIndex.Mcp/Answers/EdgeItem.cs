namespace StructIndex;

/// <summary>A use of one unit by another.</summary>
/// <param name="From">Qualified name of the user.</param>
/// <param name="FromId">Its id.</param>
/// <param name="Path">Its file, from the root.</param>
/// <param name="Line">The line of the use.</param>
/// <param name="Kind">How it is used.</param>
/// <param name="To">Qualified name of what is used.</param>
/// <param name="ToId">Its id.</param>
/// <param name="ToPath">Its file.</param>
/// <param name="ToLine">The line where it begins.</param>
/// <param name="Certainty">How the use is known.</param>
internal sealed record EdgeItem(string From, string FromId, string Path, int Line, string Kind, string To, string ToId, string ToPath, int ToLine, string Certainty)
{
    public static EdgeItem Of(CodeEdge edge) => new(
        Answer.Short(edge.From.QualifiedName), edge.From.Id, edge.From.Path, edge.Line, Answer.Name(edge.Kind),
        Answer.Short(edge.To.QualifiedName), edge.To.Id, edge.To.Path, edge.To.Lines.Start, Answer.Name(edge.Certainty));

    public string Describe() => FormattableString.Invariant($"{Path}:{Line} {From} {Kind} {To} ({Certainty}, {ToPath}:{ToLine})");
}
