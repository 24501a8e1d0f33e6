namespace StructIndex;

/// <summary>Gives each file to the first parser that takes it, and what no parser takes to the parser of plain text.</summary>
internal sealed class ParserSet(IReadOnlyList<ICodeParser> parsers)
{
    private static readonly TextParser s_text = new();

    private readonly IReadOnlyList<ICodeParser> _parsers = All(parsers);

    /// <summary>The parsers in the order in which they are asked, that of plain text last.</summary>
    public static IReadOnlyList<ICodeParser> All(IReadOnlyList<ICodeParser> parsers) => [.. parsers, s_text];

    /// <summary>Parses all files.</summary>
    /// <param name="files">The files, by path.</param>
    /// <param name="rootDirectory">The folder that paths are relative to, or null.</param>
    /// <param name="progress">Told of each file; may be null.</param>
    /// <param name="previous">What each parser made of an earlier state of the files; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The parsed files in the order of <paramref name="files"/>, and what each parser made of its share.</returns>
    public (IReadOnlyList<ParsedFile> Files, IReadOnlyDictionary<ICodeParser, ParserOutput> Outputs) Parse(
        IReadOnlyList<SourceFile> files, string? rootDirectory, IProgress<IndexProgress>? progress, IReadOnlyDictionary<ICodeParser, ParserOutput>? previous, CancellationToken cancellationToken)
    {
        int done = 0;
        Dictionary<SourceFile, ParsedFile> parsed = new(files.Count, ReferenceEqualityComparer.Instance);
        OrderedDictionary<ICodeParser, ParserOutput> outputs = new(ReferenceEqualityComparer.Instance);
        foreach (IGrouping<ICodeParser, SourceFile> share in files.GroupBy(file => _parsers.First(parser => parser.CanParse(file))))
        {
            ParserOutput result = previous is not null && previous.TryGetValue(share.Key, out ParserOutput? known)
                ? share.Key.Reparse(known, [.. share], rootDirectory, Report, cancellationToken)
                : share.Key.Parse([.. share], rootDirectory, Report, cancellationToken);
            foreach (ParsedFile file in result.Files)
            {
                parsed.Add(file.Source, file);
            }

            outputs.Add(share.Key, result);
        }

        return ([.. files.Select(file => parsed[file])], outputs);

        void Report(SourceFile file) => progress?.Report(new IndexProgress(IndexStage.Parsing, Interlocked.Increment(ref done), files.Count));
    }
}
