namespace StructIndex;

/// <summary>Python.</summary>
internal sealed class PythonLanguage : TreeSitterLanguage
{
    public override string Name => "python";
    public override CommentSyntax Comments { get; } = CommentSyntax.Hash;
    public override ScopeTraits Traits => ScopeTraits.Strict | ScopeTraits.Shadowing | ScopeTraits.FunctionValues;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["self", "cls"];
    public override IReadOnlyList<string> BaseReceivers { get; } = ["super"];
    public override IReadOnlyList<string> ConstructorNames { get; } = ["__init__"];
    public override string[] ConstructorMethods { get; } = ["__init__", "__new__"];
    public override bool? IsPublicByDefault => true;
    public override bool? IsPublicByName(string name) => IsUnderscored(name) ? false : null;
    public override string? TestNames => "^test_";
    public override string[] NamelessReceivers { get; } = ["self", "cls"];
    public override string[] TypeWrappers { get; } = ["Optional", "Annotated", "Final", "ClassVar", "Type", "type"];
    public override string PlainDocumentation(string text) => RestMarkup.ToText(text);
    public override string ReturnType(CodeDeclaration declaration) => ReturnTypes.AfterArrow(declaration);
    public override string LocalName(string module) => module.Split('.')[0];
    public override bool IsTestMark(string attribute) => attribute.StartsWith("pytest.", StringComparison.Ordinal) || base.IsTestMark(attribute);

    // The code follows in the last definition of the name.
    public override bool IsStub(CodeDeclaration declaration) =>
        declaration.Attributes.Any(attribute => attribute == "overload" || attribute.EndsWith(".overload", StringComparison.Ordinal));

    public override ModuleFinder CreateModuleFinder(CodeFiles files) => new PythonModules(files);
    public override string? DeclarationWords => @"^[ \t]*(async[ \t]+)?(def|class)[ \t]+(?<name>\w+)";
}
