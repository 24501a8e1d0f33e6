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
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => PowerShellText.Mask(file.Text);
    public override string? DeclarationWords => @"^[ \t]*(\}[ \t]*)?(if|else|elseif|for|foreach|while|switch|catch|try|return|do|throw|param)\b|^[ \t]*(function|filter|class|enum)[ \t]+(\w+:)?(?<name>[\w-]+)|^[ \t]*(static[ \t]+|hidden[ \t]+)*(\[[^\]\n]*\][ \t]*)?(?<name>\w+)\([^;{}()\n]*(\([^()\n]*\)[^;{}()\n]*)*\)[ \t]*\{";

    /// <summary>The scope before a name is no part of it: <c>function script:Get-Tag</c> is called as <c>Get-Tag</c>.</summary>
    public override void Correct(SourceFile file, FileFacts facts)
    {
        foreach (Entry entry in facts.Entries.Values.Where(entry => entry.Kind == UnitKind.Function))
        {
            int colon = entry.Name.In(file.Text).IndexOf(':');
            entry.Name = colon > 0 ? new Stretch(entry.Name.Start + colon + 1, entry.Name.End) : entry.Name;
        }
    }
}
