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
    public override string? DeclarationWords => @"^[ \t]*(\}[ \t]*)?(if|else|for|foreach|while|switch|catch|try|synchronized|return|new|do|throw|assert|case|await|yield|using|lock|with|function|delete|goto)\b|^[ \t]*((abstract|sealed|final|base|interface|mixin)[ \t]+)*(class|mixin|enum|extension type|extension)[ \t]+((on|type|class|const)\b|(?<name>\w+))|^[ \t]*((static|external|abstract|final|const|factory|late|covariant)[ \t]+)*([\w.]+(<[^;{}()\n]*>)?\??[ \t]+)?((get|set)[ \t]+)?(?<name>\w+)[ \t]*\([^;{}()\n]*(\([^()\n]*\)[^;{}()\n]*)*\)[ \t]*((async|sync)\*?[ \t]*)?(\{|=>)";
}
