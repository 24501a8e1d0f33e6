namespace StructIndex;

/// <summary>Make.</summary>
internal sealed class MakeLanguage : TreeSitterLanguage
{
    public override string Name => "make";
    public override ScopeTraits Traits => ScopeTraits.NoMethods;
    public override bool SharesBodies => true;
    public override CommentSyntax Comments => CommentSyntax.Hash;
    public override bool CanBeCalled(UnitKind kind, CodeReferenceKind how) => kind is UnitKind.Function or UnitKind.Macro;
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => MakeText.Mask(file.Text);
    public override string UsedName(string written) => written.IndexOf(',', StringComparison.Ordinal) is > 0 and var end ? written[..end].Trim() : written;
    public override ModuleFinder CreateModuleFinder(CodeFiles files) => ModuleFinder.ByPath(files, ".mk");
    public override string? DeclarationWords => @"^(?<name>[\w$(){}%./-]+)[ \t]*:($|[^=])";
}
