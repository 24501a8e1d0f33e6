namespace StructIndex;

/// <summary>Single-file components of Vue.</summary>
internal sealed class VueLanguage : ComponentLanguage
{
    public override string Name => "vue";
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => new VueMarkup(file.Text).Read();
}
