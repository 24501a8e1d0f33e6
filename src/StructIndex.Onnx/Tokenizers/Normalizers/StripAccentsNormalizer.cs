namespace StructIndex;

/// <summary>Drops combining marks.</summary>
internal sealed class StripAccentsNormalizer : INormalizer
{
    public AlignedText Normalize(AlignedText text) => BertNormalizer.Without(text, Characters.IsMark);
}
