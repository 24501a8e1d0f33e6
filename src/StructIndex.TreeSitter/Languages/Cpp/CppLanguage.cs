namespace StructIndex;

/// <summary>C++.</summary>
internal class CppLanguage : TreeSitterLanguage
{
    public override string Name => "cpp";
    public override string Family => "c";
    public override ScopeTraits Traits => ScopeTraits.ImplicitReceiver | ScopeTraits.Includes | ScopeTraits.Packages | ScopeTraits.Shadowing | ScopeTraits.CapitalNames | ScopeTraits.Overloads;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["this"];
    public override IReadOnlyList<string> BaseReceivers { get; } = [];
    public override bool ConstructorIsTypeName => true;
    public override string[] Queries { get; } = ["c", "cpp"];
    public override string Separator => "::";
    public override bool SplitNames => true;
    public override bool Prototypes => true;
    public override string[] PublicWords { get; } = ["public"];
    public override string[] PrivateWords { get; } = ["private", "protected"];
    public override bool? IsMemberPublicByDefault(UnitKind type) => type switch { UnitKind.Class => false, UnitKind.Struct or UnitKind.Union => true, _ => null };
    public override string? TestNames => "^TEST(_F|_P)?$";
    public override string[] NamelessReceivers { get; } = ["this"];
    public override string[] TypeWrappers { get; } = ["unique_ptr", "shared_ptr", "weak_ptr", "optional"];
    public override string PlainDocumentation(string text) => TagMarkup.ToText(text);
    public override string ReturnType(CodeDeclaration declaration) => ReturnTypes.BeforeName(declaration);
    public override bool HidesFromSignatures => true;
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => CMacros.Mask(CppModules.Mask(file.Text), cancellationToken);
    public override void Correct(SourceFile file, FileFacts facts) => MacroCalls.Add(file.Text, facts);
    public override bool IsLibrary(string receiver) => receiver == "std" || receiver.StartsWith("std::", StringComparison.Ordinal);
    public override string? DeclarationWords => $@"^[ \t]*([\w:]+[ \t]+)*operator\b|{CDeclarationWords.Statement}|^[ \t]*(class|struct)[ \t]+(?<name>\w+)[ \t]+final\b|^[ \t]*(class|struct|enum([ \t]+class)?|namespace)[ \t]+([A-Z]\w*[ \t]+)?(?<name>\w+)[ \t]*(final[ \t]*)?(:[^:;\n]*)?\{{|{CDeclarationWords.Definition}|{CDeclarationWords.Prototype}|^[ \t]+(template[ \t]*<[^;{{}}()\n]*>[ \t]*)?((virtual|static|inline|explicit|constexpr|friend)[ \t]+)*([\w:]+(<[^;{{}}()\n]*>)?[ \t*&]+)?(?<name>\w+)[ \t]*\([^;{{}}()\n]*(\([^()\n]*\)[^;{{}}()\n]*)*\)[ \t]*((const|noexcept|override|final|requires[ \t]+\w+)[ \t]*)*(->[^;{{\n]*)?(:[^:;\n][^;\n]*)?\{{";
}
