namespace StructIndex;

/// <summary>Scala.</summary>
internal sealed class ScalaLanguage : TreeSitterLanguage
{
    public override string Name => "scala";
    public override string Family => "jvm";
    public override ScopeTraits Traits => ScopeTraits.Strict | ScopeTraits.ImplicitReceiver | ScopeTraits.Packages | ScopeTraits.Overloads | ScopeTraits.Extensions;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["this"];
    public override IReadOnlyList<string> BaseReceivers { get; } = ["super"];
    public override IReadOnlyList<string> ConstructorNames { get; } = ["this"];
    public override string[] ConstructorMethods { get; } = ["this"];
    public override string[] PrivateWords { get; } = ["private"];
    public override bool? IsPublicByDefault => true;
    public override string? TestAttributes => @"^(\w+\.)*Test\b";
    public override string PlainDocumentation(string text) => TagMarkup.ToText(text);
    public override string ReturnType(CodeDeclaration declaration) => ReturnTypes.AfterColon(declaration);
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => ScalaText.Mask(file.Text);
    public override string? FactoryMember => "apply";
    public override bool AddsMembersToOthers(CodeDeclaration type) => type.Signature.Contains("implicit class ", StringComparison.Ordinal);
    public override string? DeclarationWords => @"^[ \t]*((@\w+|[a-z]+(\[\w+\])?)[ \t]+)*(class|trait|object|def)[ \t]+(?<name>\w+)|^[ \t]*extension\b[^\n]*[ \t]def[ \t]+(?<name>\w+)";
}
