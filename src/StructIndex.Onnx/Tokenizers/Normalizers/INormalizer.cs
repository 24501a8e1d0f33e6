namespace StructIndex;

/// <summary>Rewrites text before it is split: case, accents, look-alikes, white space.</summary>
internal interface INormalizer
{
    AlignedText Normalize(AlignedText text);
}
