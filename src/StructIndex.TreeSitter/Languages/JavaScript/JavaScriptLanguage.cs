namespace StructIndex;

/// <summary>JavaScript.</summary>
internal class JavaScriptLanguage : TreeSitterLanguage
{
    private const string Flow = "typescript/tsx";

    public override string Name => "javascript";
    public override string[] LibraryMembers => ScriptModules.LibraryMembers;
    public override string Family => "script";
    public override ScopeTraits Traits => ScopeTraits.Strict | ScopeTraits.Shadowing | ScopeTraits.DefaultExports;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["this"];
    public override IReadOnlyList<string> BaseReceivers { get; } = ["super"];
    public override IReadOnlyList<string> ConstructorNames { get; } = ["constructor"];
    public override string[] ConstructorMethods { get; } = ["constructor"];
    public override string[] Queries { get; } = ["ecmascript"];
    public override IReadOnlyDictionary<string, string[]> GrammarQueries { get; } = new Dictionary<string, string[]> { ["javascript"] = ["javascript", "jsx"], [Flow] = ["typescript", "jsx"] };
    public override string GrammarOf(SourceFile file) => FlowText.IsFlow(file.Text) ? Flow : base.GrammarOf(file);
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => FlowText.IsFlow(file.Text) ? FlowText.Mask(file.Text) : file.Text;
    public override string[] PublicWords { get; } = ["export"];
    public override bool? IsPublicByName(string name) => IsUnderscored(name) ? false : null;
    public override string[] NamelessReceivers { get; } = ["this", "exports", "module", "prototype", "window", "globalThis"];
    public override string PlainDocumentation(string text) => TagMarkup.ToText(text);
    public override string ReturnType(CodeDeclaration declaration) => ReturnTypes.AfterColon(declaration);
    public override ModuleFinder CreateModuleFinder(CodeFiles files) => new ScriptModules(files);
    public override string? DeclarationWords => @"^[ \t]*(\}[ \t]*)?(if|else|for|foreach|while|switch|catch|try|synchronized|return|new|do|throw|assert|case|await|yield|using|lock|with|delete|goto)\b|^[ \t]*((export|default|async)[ \t]+)*(function[ \t]*\*?|class)[ \t]+(?<name>[\w$]+)|^[ \t]*((public|private|protected|static|async|get|set|readonly|override|abstract|\*)[ \t]*)*(?<name>[\w$#]+)[ \t]*(<[^>\n]*>)?\([^;{}()\n]*(\([^()\n]*\)[^;{}()\n]*)*\)[ \t]*(:[^;{}=\n]*)?\{|^[ \t]*(export[ \t]+)?(const|let|var)[ \t]+(?<name>[\w$]+)[ \t]*(:[^=\n]*)?=[ \t]*(async[ \t]*)?((\([^)\n]*\)|[\w$]+)[ \t]*(:[^=\n]*)?=>|function\b)|^(export[ \t]+)?(const|let|var)[ \t]+(?<name>[\w$]+)[ \t]*(:[^=\n]*)?=[^;\n]*=>";
}
