namespace StructIndex;

/// <summary>Components and pages of Astro.</summary>
internal sealed class AstroLanguage : ComponentLanguage
{
    public override string Name => "astro";
    public override string GrammarName => "typescript/tsx";
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => new AstroMarkup(file.Text).Read();
}
