namespace StructIndex;

/// <summary>A text made from another, with the place in the other that each UTF-16 unit stands for.</summary>
internal sealed class AlignedText
{
    /// <summary>
    /// What one UTF-16 unit may become: NFKD makes 18 of U+FDFA, and two bytes each of those. Components that double a text, one after the other,
    /// come to an end here.
    /// </summary>
    private const double MaxGrowth = 64;

    /// <summary>What may be put in front and behind.</summary>
    private const double Slack = 1_024;

    private readonly int[]? _starts;
    private readonly int[]? _ends;
    private readonly int _base;

    /// <summary>A stretch of the source as it stands.</summary>
    public AlignedText(string text, int start = 0)
        : this(text, null, null, start, RoomOf(text.Length))
    {
    }

    private AlignedText(string text, int[]? starts, int[]? ends, int start, double room) => (Text, _starts, _ends, _base, Room) = (text, starts, ends, start, room);

    public string Text { get; }

    /// <summary>UTF-16 units that a text made from this one may have. Parts share those of the whole by their lengths.</summary>
    public double Room { get; }

    /// <summary>UTF-16 units that may be made of texts of some length together.</summary>
    public static double RoomOf(long length) => (MaxGrowth * length) + Slack;

    /// <summary>The refusal of a tokenizer that makes more of a text.</summary>
    public static TokenizerFormatException OutOfRoom(double room) =>
        new("growth of a text", $"The components of the tokenizer make more than {room:0} characters of a text, {MaxGrowth:0} of each and {Slack:0} more.");

    /// <summary>Offset in the source of what a unit stands for.</summary>
    public int StartOf(int index) => _starts is null ? _base + index : _starts[index];

    /// <summary>Offset in the source after what a unit stands for.</summary>
    public int EndOf(int index) => _ends is null ? _base + index + 1 : _ends[index];

    /// <summary>A text made from this one.</summary>
    public AlignedText Made(string text, int[] starts, int[] ends) => new(text, starts, ends, 0, Room);

    /// <summary>Another text of the same length, unit for unit.</summary>
    public AlignedText With(string text) => new(text, _starts, _ends, _base, Room);

    /// <summary>A part.</summary>
    public AlignedText Slice(int start, int length)
    {
        Range part = start..(start + length);
        return new AlignedText(Text[part], _starts?[part], _ends?[part], _base + start, length == 0 ? Slack : Room * length / Text.Length);
    }
}
