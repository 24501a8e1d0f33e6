namespace StructIndex;

/// <summary>
/// Documents that hold code: HTML with scripts or handlers of events, and Markdown with long blocks of code. Their sections are found as in
/// any document; of the code is made what a file of it would give, with the offsets of the document.
/// </summary>
internal static class DocumentCode
{
    private static readonly HtmlLanguage s_html = new();
    private static readonly TextParser s_text = new();

    /// <summary>Whether a file is a document that holds code.</summary>
    public static bool IsIn(SourceFile file) => file.Language switch
    {
        "html" => HtmlMarkup.HasCode(file.Text),
        "markdown" => FencedCode.Of(file).Count > 0,
        _ => false,
    };

    /// <summary>The rules of a document's language; null where it is of no language that may hold code.</summary>
    public static LanguageRules? RulesOf(string language) => language switch
    {
        "html" => s_html,
        "markdown" => s_text.RulesOf(language),
        _ => null,
    };

    /// <summary>Reads a document: its sections, and its code.</summary>
    /// <param name="file">The document.</param>
    /// <param name="parse">Parses a text by a language.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ParsedFile Parse(SourceFile file, Func<SourceFile, TreeSitterLanguage, ParsedFile> parse, CancellationToken cancellationToken)
    {
        ParsedFile sections = s_text.Parse([file], null, null, cancellationToken).Files[0];
        if (file.Language == "html")
        {
            ParsedFile script = parse(file, s_html);
            return Join(sections, [script], script);
        }

        // What examples use is no use of the code base.
        return Join(sections, [.. FencedCode.Of(file).GroupBy(fence => fence.Language).Select(fences => parse(new SourceFile(file.Path, Islands(file.Text, fences), fences.Key), TreeSitterLanguages.Of(fences.Key)))], null);
    }

    private static string Islands(string text, IEnumerable<Fence> fences)
    {
        IslandText islands = new(text);
        foreach (Fence fence in fences)
        {
            islands.Keep(fence.Start, fence.End);
        }

        return islands.ToString();
    }

    private static ParsedFile Join(ParsedFile sections, IReadOnlyList<ParsedFile> code, ParsedFile? uses) => new()
    {
        Source = sections.Source,
        Rules = uses?.Rules ?? sections.Rules,
        Declarations = [.. sections.Declarations.Concat(code.SelectMany(part => part.Declarations)).OrderBy(declaration => declaration.Span.Start)],
        References = [.. (uses?.References ?? []).Select(reference => reference.From is null ? reference with { From = SectionAt(sections, reference.Offset) } : reference)],
        Imports = uses?.Imports ?? [],
        Variables = uses?.Variables ?? [],
        Documentation = sections.Documentation,
        Breaks = [.. sections.Breaks.Concat(code.SelectMany(part => part.Breaks)).Distinct().Order()],
        Failures = [.. code.SelectMany(part => part.Failures)],
    };

    private static CodeDeclaration? SectionAt(ParsedFile sections, int offset) =>
        sections.Declarations.LastOrDefault(section => section.Span.Start <= offset && offset < section.Span.End);
}
