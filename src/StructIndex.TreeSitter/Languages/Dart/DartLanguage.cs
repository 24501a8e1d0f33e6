namespace StructIndex;

/// <summary>Dart.</summary>
internal sealed class DartLanguage : TreeSitterLanguage
{
    public override string Name => "dart";
    public override ScopeTraits Traits => ScopeTraits.ImplicitReceiver | ScopeTraits.Shadowing;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["this"];
    public override IReadOnlyList<string> BaseReceivers { get; } = ["super"];
    public override bool ConstructorIsTypeName => true;
    public override bool? IsPublicByName(string name) => IsUnderscored(name) ? false : null;
    public override string ReturnType(CodeDeclaration declaration) => ReturnTypes.BeforeName(declaration);
    public override ModuleFinder CreateModuleFinder(CodeFiles files) => new DartModules(files);
    public override string? DeclarationWords => @"^[ \t]*((abstract|sealed|final|base|interface|mixin)[ \t]+)*(class|mixin|enum|extension type|extension)[ \t]+((on|type|class|const)\b|(?<name>\w+))";
}
