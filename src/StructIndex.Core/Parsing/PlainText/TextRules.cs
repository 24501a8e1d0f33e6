namespace StructIndex;

/// <summary>The rules of a language that <see cref="TextParser"/> reads.</summary>
internal sealed class TextRules : LanguageRules
{
    private static readonly Dictionary<string, LanguageRules> s_known = Known().ToDictionary(rules => rules.Name, StringComparer.Ordinal);
    private readonly string _name;
    private readonly SectionNaming _sections;

    private TextRules(string name, SectionNaming sections) => (_name, _sections) = (name, sections);

    /// <inheritdoc/>
    public override string Name => _name;

    /// <inheritdoc/>
    internal override SectionNaming Sections => _sections;

    /// <summary>The rules of a language; null for one of which nothing is known.</summary>
    public static LanguageRules? Of(string language) => s_known.GetValueOrDefault(language);

    private static IEnumerable<LanguageRules> Known() =>
    [
        .. Named(SectionNaming.FirstLine, "markdown", "text"),
        .. Named(SectionNaming.FirstKey, "yaml", "toml", "json", "ini", "xml", "html", "css", "sql", "graphql", "protobuf"),
        new GroovyRules(),
    ];

    private static IEnumerable<LanguageRules> Named(SectionNaming sections, params string[] names) => names.Select(name => new TextRules(name, sections));

    /// <summary>Declarations of Groovy are called by Java and its relatives.</summary>
    private sealed class GroovyRules : LanguageRules
    {
        public override string Name => "groovy";

        public override string Family => "jvm";

        public override ScopeTraits Traits => ScopeTraits.Strict | ScopeTraits.ImplicitReceiver | ScopeTraits.Packages | ScopeTraits.Overloads;
    }
}
