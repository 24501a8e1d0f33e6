namespace StructIndex;

/// <summary>How general-purpose tools see code: stretches of 40 lines, named after nothing.</summary>
internal sealed class FixedChunks : ICodeParser
{
    public const int Lines = 40;

    public bool CanParse(SourceFile file) => true;

    public ParserOutput Parse(IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default) =>
        new([.. files.Select(file => new ParsedFile { Source = file, Declarations = [.. Spans(file).Select(Chunk)] })]);

    /// <summary>The stretches of a file.</summary>
    public static IEnumerable<SourceSpan> Spans(SourceFile file)
    {
        for (int line = 1; line <= file.LineCount; line += Lines)
        {
            SourceSpan span = new(file.OffsetOfLine(line), file.OffsetOfLine(line + Lines));
            if (!file.Text.AsSpan(span.Start, span.Length).IsWhiteSpace())
            {
                yield return span;
            }
        }
    }

    private static CodeDeclaration Chunk(SourceSpan span) => new() { Kind = UnitKind.Module, Name = "-", Span = span, NameSpan = new SourceSpan(span.Start, span.Start), Body = span, Signature = "" };
}
