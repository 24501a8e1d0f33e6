namespace StructIndex;

/// <summary>Objective-C.</summary>
internal sealed class ObjectiveCLanguage : TreeSitterLanguage
{
    /// <summary>A line that begins a method.</summary>
    public const string MethodWords = @"^[-+][ \t]*\([^()\n]*(\([^()\n]*\)[^()\n]*)*\)[ \t]*(?<name>\w+)";

    public override string Name => "objc";
    public override string Family => "c";
    public override ScopeTraits Traits => ScopeTraits.Includes | ScopeTraits.Shadowing | ScopeTraits.CapitalNames | ScopeTraits.Overloads;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["self"];
    public override IReadOnlyList<string> BaseReceivers { get; } = ["super"];
    public override IReadOnlyList<string> ConstructorNames { get; } = ["init"];
    public override string[] ConstructorMethods { get; } = ["init"];
    public override string[] Queries { get; } = ["c", "objc"];
    public override string Separator => "::";
    public override bool Prototypes => true;
    public override string[] NamelessReceivers { get; } = ["self"];
    public override string PlainDocumentation(string text) => TagMarkup.ToText(text);
    public override bool HidesFromSignatures => true;
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => CMacros.Mask(file.Text, cancellationToken);
    public override string? DeclarationWords => $@"{CDeclarationWords.Statement}|^[ \t]*@(interface|implementation|protocol)[ \t]+(\w+;|(?<name>\w+))|{MethodWords}|{CDeclarationWords.Record}|{CDeclarationWords.Definition}|{CDeclarationWords.Prototype}";
    public override void Correct(SourceFile file, FileFacts facts) => MacroCalls.Add(file.Text, facts);
}
