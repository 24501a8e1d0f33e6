namespace StructIndex;

/// <summary>A text made from another, with the place in the other that each UTF-16 unit stands for.</summary>
internal sealed class AlignedText
{
    private readonly int[]? _starts;
    private readonly int[]? _ends;
    private readonly int _base;

    /// <summary>A stretch of the source as it stands.</summary>
    public AlignedText(string text, int start = 0) => (Text, _base) = (text, start);

    public AlignedText(string text, int[] starts, int[] ends) => (Text, _starts, _ends) = (text, starts, ends);

    private AlignedText(string text, AlignedText like) => (Text, _starts, _ends, _base) = (text, like._starts, like._ends, like._base);

    public string Text { get; }

    /// <summary>Offset in the source of what a unit stands for.</summary>
    public int StartOf(int index) => _starts is null ? _base + index : _starts[index];

    /// <summary>Offset in the source after what a unit stands for.</summary>
    public int EndOf(int index) => _ends is null ? _base + index + 1 : _ends[index];

    /// <summary>Another text of the same length, unit for unit.</summary>
    public AlignedText With(string text) => new(text, this);

    /// <summary>A part.</summary>
    public AlignedText Slice(int start, int length)
    {
        string part = Text.Substring(start, length);
        return _starts is null || _ends is null ? new AlignedText(part, _base + start) : new AlignedText(part, _starts[start..(start + length)], _ends[start..(start + length)]);
    }
}
