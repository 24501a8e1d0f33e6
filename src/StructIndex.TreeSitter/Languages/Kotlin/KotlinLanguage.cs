namespace StructIndex;

/// <summary>Kotlin.</summary>
internal sealed class KotlinLanguage : TreeSitterLanguage
{
    public override string Name => "kotlin";
    public override string Family => "jvm";
    public override ScopeTraits Traits => ScopeTraits.Strict | ScopeTraits.ImplicitReceiver | ScopeTraits.Packages | ScopeTraits.Extensions | ScopeTraits.Overloads | ScopeTraits.InferredReturns;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["this"];
    public override IReadOnlyList<string> BaseReceivers { get; } = ["super"];
    public override IReadOnlyList<string> ConstructorNames { get; } = ["constructor", "init"];
    public override string[] PublicWords { get; } = ["public"];
    public override string[] PrivateWords { get; } = ["private", "internal"];
    public override bool? IsPublicByDefault => true;
    public override string? TestAttributes => @"^(\w+\.)*(Test|ParameterizedTest|RepeatedTest|TestFactory)\b";
    public override string PlainDocumentation(string text) => TagMarkup.ToText(text);
    public override string ReturnType(CodeDeclaration declaration) => ReturnTypes.AfterColon(declaration);
    public override string? FactoryMember => "invoke";
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => KotlinText.Mask(file.Text);
    public override void Correct(SourceFile file, FileFacts facts) => KotlinText.Restore(file.Text, facts);
    public override string? DeclarationWords => @"^[ \t]*((@\w+|[a-z]+)[ \t]+)*(class|interface|object|fun)[ \t]+(<[^>\n]*>[ \t]*)?(\w+(<[^>\n]*>)?\??\.)*(?<name>\w+)";
}
