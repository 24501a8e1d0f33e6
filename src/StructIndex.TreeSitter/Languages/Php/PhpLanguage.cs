namespace StructIndex;

/// <summary>PHP.</summary>
internal sealed class PhpLanguage : TreeSitterLanguage
{
    public override string Name => "php";
    public override ScopeTraits Traits => ScopeTraits.Strict | ScopeTraits.Packages;
    public override CommentSyntax Comments { get; } = new() { Lines = ["//", "# "], Blocks = [("/*", "*/")] };
    public override IReadOnlyList<string> SelfReceivers { get; } = ["$this", "self", "static"];
    public override IReadOnlyList<string> BaseReceivers { get; } = ["parent"];
    public override IReadOnlyList<string> ConstructorNames { get; } = ["__construct"];
    public override string[] ConstructorMethods { get; } = ["__construct", "__destruct"];
    public override string Separator => "\\";
    public override string[] PublicWords { get; } = ["public"];
    public override string[] PrivateWords { get; } = ["private"];
    public override bool? IsPublicByDefault => true;
    public override string? TestAttributes => @"^\\?(\w+\\)*(Test|DataProvider)\b";
    public override string? TestNames => "^test[A-Z_0-9]";
    public override string PlainDocumentation(string text) => TagMarkup.ToText(text);
    public override string ReturnType(CodeDeclaration declaration) => ReturnTypes.AfterColon(declaration);
    public override string? DeclarationWords => @"^[ \t]*((public|protected|private|static|final|abstract|readonly)[ \t]+)*(class|interface|trait|enum|function)[ \t]+&?(?<name>\w+)";
}
