namespace StructIndex;

/// <summary>Components of Svelte.</summary>
internal sealed class SvelteLanguage : ComponentLanguage
{
    public override string Name => "svelte";
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => new SvelteMarkup(file.Text).Read();
}
