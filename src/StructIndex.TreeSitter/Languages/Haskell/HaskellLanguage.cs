namespace StructIndex;

/// <summary>Haskell.</summary>
internal sealed class HaskellLanguage : TreeSitterLanguage
{
    public override string Name => "haskell";
    public override CommentSyntax Comments { get; } = new() { Lines = ["--"], Blocks = [("{-", "-}")] };
    public override ScopeTraits Traits => ScopeTraits.Strict | ScopeTraits.Packages | ScopeTraits.OpenMembers;
    public override IReadOnlyList<string> SelfReceivers { get; } = [];
    public override IReadOnlyList<string> BaseReceivers { get; } = [];
    public override bool MergesClauses => true;
    public override string PlainDocumentation(string text) => HaddockMarkup.ToText(text);
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => ConditionalDirectives.Mask(file.Text, bothBranchesOnly: true);

    // Another name of a type stands in types alone.
    public override bool CanBeCalled(UnitKind kind, CodeReferenceKind how) => kind is not (UnitKind.TypeAlias or UnitKind.Namespace);

    public override ModuleExports? ExportsOf(string text) => HaskellExports.Of(text);
    public override string? DeclarationWords => @"^(data|newtype|type|class)[ \t]+(family[ \t]+|instance\b)?(\([^)\n]*\)[ \t]*=>[ \t]*)?(?<name>[A-Z][\w']*)|^(?<name>[a-z_][\w']*)[ \t]*::";
}
