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
    public override string? DeclarationWords => @"^[ \t]*(\}[ \t]*)?(if|else|for|foreach|while|switch|catch|try|synchronized|return|new|do|throw|assert|case|await|yield|using|lock|with|delete|goto)\b|^[ \t]*((export|default|async|abstract|declare|const)[ \t]+)*(function[ \t]*\*?|class|interface|enum|namespace|type)[ \t]+(?<name>[\w$]+)|^[ \t]*((public|private|protected|static|async|get|set|readonly|override|abstract|\*)[ \t]*)*(?<name>[\w$#]+)[ \t]*(<[^>\n]*>)?\([^;{}()\n]*(\([^()\n]*\)[^;{}()\n]*)*\)[ \t]*(:[^;{}=\n]*)?\{|^[ \t]*(export[ \t]+)?(const|let|var)[ \t]+(?<name>[\w$]+)[ \t]*(:[^=\n]*)?=[ \t]*(async[ \t]*)?((\([^)\n]*\)|[\w$]+)[ \t]*(:[^=\n]*)?=>|function\b)|^(export[ \t]+)?(const|let|var)[ \t]+(?<name>[\w$]+)[ \t]*(:[^=\n]*)?=[^;\n]*=>|^[ \t]*(?<name>[\w$]+)\??\([^;{}()\n]*(\([^()\n]*\)[^;{}()\n]*)*\)[ \t]*:[^;{}=\n]+[;,]?[ \t]*$";
}
