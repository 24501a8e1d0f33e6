namespace StructIndex;

/// <summary>Go.</summary>
internal sealed class GoLanguage : TreeSitterLanguage
{
    public override string Name => "go";
    public override string[] LibraryMembers { get; } =
    [
        "ServeHTTP", "WriteHeader", "WriteString", "ReadAll", "ReadFile", "WriteFile", "ReadString", "Sprintf", "Printf",
        "Errorf", "Fatalf", "Logf", "Helper", "StatusCode", "Unmarshal", "Marshal",
    ];
    public override ScopeTraits Traits => ScopeTraits.Strict | ScopeTraits.FolderPackages | ScopeTraits.Shadowing | ScopeTraits.ImplicitInterfaces | ScopeTraits.CapitalNames;
    public override IReadOnlyList<string> SelfReceivers { get; } = [];
    public override IReadOnlyList<string> BaseReceivers { get; } = [];
    public override bool? IsPublicByName(string name) => char.IsUpper(name[0]);
    public override string? TestNames => "^(Test|Benchmark|Fuzz|Example)([A-Z_]|$)";
    public override string ReturnType(CodeDeclaration declaration) => GoSignature.ResultOf(declaration);
    public override string MethodShape(CodeDeclaration declaration) => GoSignature.Of(declaration.Signature, declaration.Name);
    public override string LocalName(string module) => GoModules.LastName(module);
    public override ModuleFinder CreateModuleFinder(CodeFiles files) => new GoModules(files);
    public override string? DeclarationWords => @"^func[ \t]+(\([^)\n]*\)[ \t]*)?(?<name>\w+)|^type[ \t]+(?<name>\w+)";
}
