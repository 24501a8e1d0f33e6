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
    public override string? DeclarationWords => @"^[ \t]*(\}[ \t]*)?(if|else|for|foreach|while|switch|catch|try|synchronized|return|new|do|throw|assert|case|await|yield|using|lock|with|function|delete|goto)\b|^[ \t]*(typedef[ \t]+)?(struct|union|enum)[ \t]+(?<name>\w+)\s*\{|^[A-Za-z_][\w \t*&:<>,]*[ \t*&](?<name>\w+)[ \t]*\([^;{}]*\)\s*\{|^\}[ \t]*(?<name>\w+)[ \t]*;";
}
