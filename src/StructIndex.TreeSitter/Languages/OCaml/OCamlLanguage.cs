namespace StructIndex;

/// <summary>OCaml.</summary>
internal sealed class OCamlLanguage : TreeSitterLanguage
{
    public override string Name => "ocaml";
    public override CommentSyntax Comments { get; } = new() { Blocks = [("(*", "*)")] };
    public override ScopeTraits Traits => ScopeTraits.Packages;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["self"];
    public override IReadOnlyList<string> BaseReceivers { get; } = [];
    public override IReadOnlyDictionary<string, string> GrammarsByExtension { get; } = new Dictionary<string, string> { [".mli"] = "ocaml/ocaml_interface" };
    public override string[] PrivateWords { get; } = ["private"];
    public override string PlainDocumentation(string text) => TagMarkup.ToText(text);
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => ConditionalDirectives.Mask(file.Text, bothBranchesOnly: false);
    public override string? DeclarationWords => @"^(let|and)[ \t]+(rec[ \t]+)?(?<name>[a-z_][\w']*)[ \t]+[^=\n]+=|^[ \t]*(module[ \t]+type|module|class)[ \t]+(rec[ \t]+|virtual[ \t]+)?(?<name>\w+)|^type[ \t]+('\w+[ \t]+|\([^)\n]*\)[ \t]*)?(?<name>\w+)|^let[ \t]+(rec[ \t]+)?(?<name>[a-z_][\w']*)[ \t]*=[ \t]*(fun|function)\b";
}
