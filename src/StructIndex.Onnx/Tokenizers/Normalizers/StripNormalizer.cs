namespace StructIndex;

/// <summary>Drops white space at the ends.</summary>
internal sealed record StripNormalizer(bool Left, bool Right) : INormalizer
{
    public AlignedText Normalize(AlignedText text)
    {
        int start = Left ? text.Text.Length - text.Text.AsSpan().TrimStart().Length : 0;
        int end = Right ? text.Text.AsSpan().TrimEnd().Length : text.Text.Length;
        return start == 0 && end == text.Text.Length ? text : text.Slice(start, Math.Max(end - start, 0));
    }
}
