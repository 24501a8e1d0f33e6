using System.Text;

namespace StructIndex;

/// <summary>Writes an <see cref="AlignedText"/> from another, for which a <see cref="TokenizerFormatException"/> says that there is no more room.</summary>
internal sealed class AlignedBuilder(AlignedText source)
{
    private readonly StringBuilder _text = new(source.Text.Length);
    private readonly List<int> _starts = new(source.Text.Length);
    private readonly List<int> _ends = new(source.Text.Length);

    /// <summary>Adds text that stands for a stretch of the source text; an empty stretch stands for its place.</summary>
    public void Append(ReadOnlySpan<char> text, int start, int length)
    {
        int from = start < source.Text.Length ? source.StartOf(start) : source.Text.Length == 0 ? 0 : source.EndOf(source.Text.Length - 1);
        int to = length > 0 ? source.EndOf(start + length - 1) : from;
        foreach (char c in text)
        {
            Append(c, from, to);
        }
    }

    /// <summary>Adds a stretch of the source text as it stands.</summary>
    public void Copy(int start, int length)
    {
        for (int i = start; i < start + length; i++)
        {
            Append(source.Text[i], source.StartOf(i), source.EndOf(i));
        }
    }

    public AlignedText Build() => source.Made(_text.ToString(), [.. _starts], [.. _ends]);

    private void Append(char c, int start, int end)
    {
        if (_text.Length >= source.Room)
        {
            throw AlignedText.OutOfRoom(source.Room);
        }

        _text.Append(c);
        _starts.Add(start);
        _ends.Add(end);
    }
}
