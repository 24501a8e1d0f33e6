namespace StructIndex;

/// <summary>TypeScript.</summary>
internal class TypeScriptLanguage : TreeSitterLanguage
{
    public override string Name => "typescript";
    public override string[] LibraryMembers => ScriptModules.LibraryMembers;
    public override string Family => "script";
    public override ScopeTraits Traits => ScopeTraits.Strict | ScopeTraits.Shadowing | ScopeTraits.DefaultExports;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["this"];
    public override IReadOnlyList<string> BaseReceivers { get; } = ["super"];
    public override IReadOnlyList<string> ConstructorNames { get; } = ["constructor"];
    public override string[] ConstructorMethods { get; } = ["constructor"];
    public override IReadOnlyDictionary<string, string> GrammarsByExtension { get; } = new Dictionary<string, string> { [".tsx"] = "typescript/tsx" };
    public override string[] Queries { get; } = ["ecmascript", "typescript"];
    public override IReadOnlyDictionary<string, string[]> GrammarQueries { get; } = new Dictionary<string, string[]> { ["typescript/tsx"] = ["jsx"] };
    public override string[] PublicWords { get; } = ["export", "public"];
    public override string[] PrivateWords { get; } = ["private", "protected"];
    public override bool? IsPublicByName(string name) => IsUnderscored(name) ? false : null;
    public override string[] NamelessReceivers { get; } = ["this", "exports", "module", "prototype", "window", "globalThis"];
    public override string[] TypeWrappers { get; } = ["Promise", "Readonly", "Partial", "Required"];
    public override string PlainDocumentation(string text) => TagMarkup.ToText(text);
    public override string ReturnType(CodeDeclaration declaration) => ReturnTypes.AfterColon(declaration);
    public override ModuleFinder CreateModuleFinder(CodeFiles files) => new ScriptModules(files);
    public override string? DeclarationWords => @"^[ \t]*((export|default|async|abstract)[ \t]+)*(function\*?|class|interface|enum)[ \t]+(?<name>[\w$]+)";
}
