namespace StructIndex;

/// <summary>PowerShell.</summary>
internal sealed class PowerShellLanguage : TreeSitterLanguage
{
    public override string Name => "powershell";
    public override CommentSyntax Comments { get; } = new() { Lines = ["#"], Blocks = [("<#", "#>")] };
    public override ScopeTraits Traits => ScopeTraits.Global;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["$this"];
    public override IReadOnlyList<string> BaseReceivers { get; } = [];
    public override bool ConstructorIsTypeName => true;
    public override string[] PrivateWords { get; } = ["hidden"];
    public override string PlainDocumentation(string text) => HelpMarkup.ToText(text);
    public override string? DeclarationWords => @"^[ \t]*(function|filter|class|enum)[ \t]+(\w+:)?(?<name>[\w-]+)";
}
