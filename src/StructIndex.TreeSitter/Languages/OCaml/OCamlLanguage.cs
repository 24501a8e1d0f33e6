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
}
