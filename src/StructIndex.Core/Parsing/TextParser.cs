namespace StructIndex;

/// <summary>
/// Takes the files that no other parser takes, and cuts them along their own structure. Sections of Markdown, HTML, reStructuredText and AsciiDoc,
/// tables of TOML and INI, keys of YAML and <c>CREATE</c> statements of SQL become declarations, so that they are found by name; JSON,
/// XML, CSS and everything else get places to cut. Time is linear in the length of a text, whatever it holds.
/// </summary>
public sealed class TextParser : ICodeParser
{
    /// <summary>Always true: any text has at least lines.</summary>
    /// <param name="file">The file.</param>
    public bool CanParse(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return true;
    }

    /// <inheritdoc/>
    public ParseResult Parse(IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ParsedFile[] parsed = new ParsedFile[files.Count];
        ParallelOptions options = new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, files.Count, options, i =>
        {
            parsed[i] = Parse(files[i]);
            onParsed?.Invoke(files[i]);
        });
        return new ParseResult(parsed);
    }

    private static ParsedFile Parse(SourceFile file)
    {
        if (file.Language == "sql")
        {
            List<TextSpan> statements = SqlStatements.Of(file.Text);
            return new ParsedFile { Source = file, Declarations = SqlDeclarations.Of(file.Text, statements), Breaks = statements.ConvertAll(statement => statement.Start) };
        }

        List<int> breaks = file.Language switch
        {
            "json" => JsonBreaks.Of(file.Text),
            "html" or "vue" or "svelte" or "astro" or "razor" => MarkupBreaks.OfHtml(file.Text),
            "xml" => MarkupBreaks.OfXml(file.Text),
            "css" => CssBreaks.Of(file.Text),
            _ => ParagraphBreaks.Of(file),
        };
        List<Heading> headings = file.Language switch
        {
            "markdown" => MarkdownHeadings.Of(file),
            "text" => DocumentHeadings.Of(file),
            "html" => HtmlHeadings.Of(file, breaks),
            "toml" or "ini" => TableHeadings.Of(file),
            "yaml" => YamlKeys.Of(file),
            _ => [],
        };
        return new ParsedFile { Source = file, Declarations = Sections.Declare(file, headings), Breaks = breaks };
    }
}
