namespace StructIndex;

/// <summary>HCL: Terraform, Packer, Nomad.</summary>
internal sealed class HclLanguage : TreeSitterLanguage
{
    public override string Name => "hcl";
    public override CommentSyntax Comments { get; } = new() { Lines = ["#", "//"], Blocks = [("/*", "*/")] };
    public override IReadOnlyList<string> SelfReceivers { get; } = [];
    public override IReadOnlyList<string> BaseReceivers { get; } = [];
    public override EdgeKind UseOf(UnitKind target, CodeReferenceKind how) => EdgeKind.References;
    public override ModuleFinder CreateModuleFinder(CodeFiles files) => new HclModules();
    public override string? DeclarationWords => @"^\w+[ \t]+(""[^""\n]*""[ \t]+)?""(?<name>[^""\n]*)""[ \t]*\{";
}
