namespace StructIndex;

/// <summary>Julia.</summary>
internal sealed class JuliaLanguage : TreeSitterLanguage
{
    public override string Name => "julia";
    public override CommentSyntax Comments { get; } = new() { Lines = ["#"], Blocks = [("#=", "=#")] };
    public override ScopeTraits Traits => ScopeTraits.Global;
    public override IReadOnlyList<string> SelfReceivers { get; } = [];
    public override IReadOnlyList<string> BaseReceivers { get; } = [];
    public override bool ConstructorIsTypeName => true;
    public override ModuleFinder CreateModuleFinder(CodeFiles files) => ModuleFinder.ByPackage();
    public override string? DeclarationWords => @"^[ \t]*(abstract type|primitive type|mutable struct|struct|module|macro|function)[ \t]+(\w+\.)*(?<name>\w+)|^[ \t]*(\w+\.)*(?<name>\w+)(\{[^}\n]*\})?\([^()\n]*\)[ \t]*=[^=]";
}
