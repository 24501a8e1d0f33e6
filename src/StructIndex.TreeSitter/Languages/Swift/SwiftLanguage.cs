namespace StructIndex;

/// <summary>Swift.</summary>
internal sealed class SwiftLanguage : TreeSitterLanguage
{
    public override string Name => "swift";
    public override ScopeTraits Traits => ScopeTraits.ImplicitReceiver | ScopeTraits.Global | ScopeTraits.Shadowing | ScopeTraits.Overloads | ScopeTraits.Extensions;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["self", "Self"];
    public override IReadOnlyList<string> BaseReceivers { get; } = ["super"];
    public override IReadOnlyList<string> ConstructorNames { get; } = ["init"];
    public override string[] ConstructorMethods { get; } = ["init", "deinit"];
    public override string[] PublicWords { get; } = ["public", "open"];
    public override string[] PrivateWords { get; } = ["private", "fileprivate"];
    public override string? TestAttributes => @"^Test\b";
    public override string? TestNames => "^test[A-Z_0-9]";
    public override string ReturnType(CodeDeclaration declaration) => ReturnTypes.AfterArrow(declaration);
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => ConditionalDirectives.Mask(SwiftText.Mask(file.Text), bothBranchesOnly: false);
    public override ModuleFinder CreateModuleFinder(CodeFiles files) => ModuleFinder.ByPackage();
    public override string? DeclarationWords => @"^[ \t]*(@\w+[ \t]+)*import\b|^[ \t]*((@\w+|[a-z]+(\(set\))?)[ \t]+)*(class|struct|enum|protocol|actor|func)[ \t]+(?<name>\w+)|^[ \t]*((@\w+|[a-z]+(\(set\))?)[ \t]+)*(?<name>init|deinit|subscript)\b[?!]?[ \t]*(<[^>\n]*>)?[ \t]*[({]";
}
