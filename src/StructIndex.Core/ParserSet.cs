namespace StructIndex;

/// <summary>Gives each file to the first parser that takes it, and what no parser takes to the parser of plain text.</summary>
internal sealed class ParserSet(IReadOnlyList<ICodeParser> parsers)
{
    private readonly ICodeParser[] _parsers = [.. parsers, new TextParser()];

    /// <summary>Parses all files.</summary>
    /// <param name="files">The files, by path.</param>
    /// <param name="rootDirectory">The folder that paths are relative to, or null.</param>
    /// <param name="progress">Told of each file; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The parsed files in the order of <paramref name="files"/>, and what each parser made of its share.</returns>
    public (IReadOnlyList<ParsedFile> Files, IReadOnlyList<ParserOutput> Outputs) Parse(IReadOnlyList<SourceFile> files, string? rootDirectory, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        int done = 0;
        Dictionary<SourceFile, ParsedFile> parsed = new(files.Count, ReferenceEqualityComparer.Instance);
        List<ParserOutput> outputs = [];
        foreach (IGrouping<ICodeParser, SourceFile> share in files.GroupBy(file => _parsers.First(parser => parser.CanParse(file))))
        {
            ParserOutput result = share.Key.Parse([.. share], rootDirectory, Report, cancellationToken);
            foreach (ParsedFile file in result.Files)
            {
                parsed.Add(file.Source, file);
            }

            outputs.Add(result);
        }

        return ([.. files.Select(file => parsed[file])], outputs);

        void Report(SourceFile file) => progress?.Report(new IndexProgress(IndexStage.Parsing, Interlocked.Increment(ref done), files.Count));
    }
}
