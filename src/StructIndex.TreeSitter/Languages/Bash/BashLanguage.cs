namespace StructIndex;

/// <summary>Bash.</summary>
internal sealed class BashLanguage : TreeSitterLanguage
{
    public override string Name => "bash";
    public override string Family => "shell";
    public override CommentSyntax Comments { get; } = CommentSyntax.Hash;
    public override ScopeTraits Traits => ScopeTraits.Global;
    public override IReadOnlyList<string> SelfReceivers { get; } = [];
    public override IReadOnlyList<string> BaseReceivers { get; } = [];
    public override bool? IsPublicByName(string name) => IsUnderscored(name) ? false : null;
    public override string? DeclarationWords => @"^[ \t]*(function[ \t]+(?<name>[\w:-]+)|(?<name>[\w:-]+)[ \t]*\(\)[ \t]*\{)";
    public override string? TestNames => "^test_";
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => BashExpansions.Mask(BatsTests.Applies(file) ? BatsTests.Mask(file.Text) : ZshText.Applies(file) ? ZshText.Mask(file.Text) : file.Text);

    public override void Correct(SourceFile file, FileFacts facts)
    {
        if (BatsTests.Applies(file))
        {
            BatsTests.NameByTitle(file.Text, facts);
        }
    }

    public override ModuleFinder CreateModuleFinder(CodeFiles files) => new BashModules(files);
}
