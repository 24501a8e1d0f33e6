namespace StructIndex;

/// <summary>A stretch of a text.</summary>
internal readonly record struct TextPiece(AlignedText Owner, int Start, int Length)
{
    public ReadOnlySpan<char> Span => Owner.Text.AsSpan(Start, Length);

    public TextPiece Part(int start, int length) => new(Owner, Start + start, length);

    public AlignedText ToText() => Start == 0 && Length == Owner.Text.Length ? Owner : Owner.Slice(Start, Length);
}
