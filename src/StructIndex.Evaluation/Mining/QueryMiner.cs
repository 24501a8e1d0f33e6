namespace StructIndex;

/// <summary>
/// Makes questions for a code base that has none, in the styles in which people ask (<see cref="QueryStyles"/>): the first sentence of a unit's
/// documentation asks for the unit, the subject of a commit for the files it changed, keywords and names for what bears them, a message for
/// where it comes from, and some of all these again with typing errors. What a sentence is made of is taken out of the copy of the source that is to be indexed, and a
/// sentence that still stands anywhere in the copy is no question: it cannot be found by its own words, neither in the unit nor in what
/// holds, calls or describes it.
/// </summary>
public static class QueryMiner
{
    /// <summary>Mines questions.</summary>
    /// <param name="source">The code base. Commits are read by the <c>git</c> program where its folder is in a repository.</param>
    /// <param name="parsers">The parsers that the index is built with.</param>
    /// <param name="options">Which questions; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// The questions, each style a category (<c>documentation</c>, <c>commit</c>, <c>keywords</c>, <c>symbol</c>, <c>error</c>, <c>typo</c>), with the
    /// copy of the source to index for them. The same for the same source and history.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static async Task<EvaluationSet> MineAsync(ISourceProvider source, IReadOnlyList<ICodeParser> parsers, QueryMiningOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(parsers);
        options ??= new QueryMiningOptions();
        options.Validate();
        IReadOnlyList<SourceFile> files = await SourceCollector.CollectAsync(source, _ => { }, _ => { }, [], cancellationToken).ConfigureAwait(false);
        (IReadOnlyList<ParsedFile> parsed, _) = new ParserSet(parsers).Parse(files, source.RootDirectory, progress: null, previous: null, cancellationToken);
        UnitSet units = UnitAssembler.Assemble(parsed, cancellationToken);

        DocumentationQueries documentation = Asks(QueryStyles.Documentation)
            ? DocumentationQueries.Of(units, options, cancellationToken)
            : new DocumentationQueries([], [.. units.Files.Select(file => file.Source)], "No documentation was looked at.");
        CommitQueries commits = await CommitQueries.OfAsync(source.RootDirectory, units, Asks(QueryStyles.Commit) ? options : options with { MaxCommits = 0 }, cancellationToken).ConfigureAwait(false);
        ShortQueries shorter = new(units, options);
        List<EvaluationQuery> queries =
        [
            .. documentation.Queries,
            .. commits.Queries,
            .. Asks(QueryStyles.Keywords) ? shorter.Keywords() : [],
            .. Asks(QueryStyles.Symbol) ? shorter.Symbols() : [],
            .. Asks(QueryStyles.Error) ? shorter.Errors() : [],
        ];
        queries.AddRange(Asks(QueryStyles.Typo) ? shorter.Typos(queries) : []);
        return new EvaluationSet(queries, new RewrittenSource(source.RootDirectory, documentation.Files))
        {
            IsOwnSource = true,
            Notes = [documentation.Note, commits.Note],
        };

        bool Asks(QueryStyles style) => options.Styles.HasFlag(style);
    }
}
