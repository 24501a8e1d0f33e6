namespace StructIndex;

/// <summary>
/// Takes the files that no other parser takes, and cuts them along their own structure. Sections of Markdown, HTML, reStructuredText and
/// AsciiDoc, tables of TOML and INI, keys of YAML and <c>CREATE</c> statements of SQL become declarations, so that they are found by name;
/// so do functions and types of some forty languages without a grammar, where a line shows them. The rest gets places to cut. Time is
/// linear in the length of a text, whatever it holds. An index uses it without being told; a parser of documents that hold code can begin with
/// what it gives.
/// </summary>
public sealed class TextParser : ICodeParser
{
    /// <summary>Always true: any text has at least lines.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    public bool CanParse(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return true;
    }

    /// <inheritdoc/>
    public ParserOutput Parse(IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ParsedFile[] parsed = new ParsedFile[files.Count];
        ParallelOptions options = new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, files.Count, options, i =>
        {
            parsed[i] = Parse(files[i]);
            onParsed?.Invoke(files[i]);
        });
        return new ParserOutput(parsed);
    }

    /// <inheritdoc/>
    public ParserOutput Reparse(ParserOutput previous, IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default) =>
        previous.Renew(files, changed => Parse(changed, rootDirectory, onParsed, cancellationToken));

    /// <inheritdoc/>
    public LanguageRules RulesOf(string language) => TextRules.Of(language) ?? LanguageRules.Default(language);

    private static ParsedFile Parse(SourceFile file)
    {
        if (file.Language == "sql")
        {
            List<SourceSpan> statements = SqlStatements.Of(file.Text);
            return new ParsedFile { Source = file, Rules = TextRules.Of(file.Language), Declarations = SqlDeclarations.Of(file.Text, statements), Breaks = statements.ConvertAll(statement => statement.Start) };
        }

        List<int> breaks = file.Language switch
        {
            "json" => JsonBreaks.Of(file.Text),
            "html" or "razor" => MarkupBreaks.OfHtml(file.Text),
            "xml" => MarkupBreaks.OfXml(file.Text),
            "css" => CssBreaks.Of(file.Text),
            _ => ParagraphBreaks.Of(file),
        };
        List<CodeDeclaration> declarations = file.Language switch
        {
            "markdown" => Sections.Declare(file, MarkdownHeadings.Of(file)),
            "text" => Sections.Declare(file, DocumentHeadings.Of(file)),
            "html" => Sections.Declare(file, HtmlHeadings.Of(file, breaks)),
            "toml" or "ini" => Sections.Declare(file, TableHeadings.Of(file)),
            "yaml" => Sections.Declare(file, YamlKeys.Of(file)),
            _ => LineDeclarations.Of(file),
        };
        return new ParsedFile { Source = file, Rules = TextRules.Of(file.Language), Declarations = declarations, Breaks = breaks };
    }
}
