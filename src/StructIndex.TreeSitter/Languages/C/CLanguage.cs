namespace StructIndex;

/// <summary>C.</summary>
internal sealed class CLanguage : TreeSitterLanguage
{
    public override string Name => "c";
    public override ScopeTraits Traits => ScopeTraits.Includes | ScopeTraits.Shadowing | ScopeTraits.NoMethods | ScopeTraits.CapitalNames | ScopeTraits.Overloads;
    public override IReadOnlyList<string> SelfReceivers { get; } = [];
    public override IReadOnlyList<string> BaseReceivers { get; } = [];
    public override string Separator => "::";
    public override bool SplitNames => true;
    public override bool Prototypes => true;
    public override string[] PrivateWords { get; } = ["static"];
    public override bool? IsPublicByDefault => true;
    public override string PlainDocumentation(string text) => TagMarkup.ToText(text);
    public override string ReturnType(CodeDeclaration declaration) => ReturnTypes.BeforeName(declaration);
    public override bool HidesFromSignatures => true;
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => CMacros.Mask(file.Text, cancellationToken);
    public override void Correct(SourceFile file, FileFacts facts) => MacroCalls.Add(file.Text, facts);
    public override string? DeclarationWords => $@"{CDeclarationWords.Statement}|{CDeclarationWords.Record}|{CDeclarationWords.Definition}|{CDeclarationWords.Prototype}|^\}}[ \t]*(?<near>\w+)[ \t]*;";
}
