namespace StructIndex;

/// <summary>A range of UTF-16 units in a text.</summary>
/// <param name="Start">Offset of the first unit.</param>
/// <param name="End">Offset after the last unit.</param>
public readonly record struct SourceSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>Whether <paramref name="other"/> lies inside this span, borders included.</summary>
    /// <param name="other">The span to look for.</param>
    public bool Contains(SourceSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether <paramref name="offset"/> is in the span, its end excluded.</summary>
    /// <param name="offset">The offset to look for.</param>
    public bool Contains(int offset) => offset >= Start && offset < End;
}
