namespace StructIndex;

/// <summary>
/// A text of the length and lines of a file, blank but for its islands: the stretches of it that are code of another language. What a
/// parser finds in it has the offsets of the file.
/// </summary>
internal sealed class IslandText
{
    private readonly string _text;
    private readonly char[] _islands;

    /// <summary>Makes a text without islands.</summary>
    public IslandText(string text)
    {
        _text = text;
        _islands = new char[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            _islands[i] = IsBreak(text[i]) ? text[i] : ' ';
        }
    }

    /// <summary>Makes an island.</summary>
    public void Keep(int start, int end) => _text.AsSpan(start, end - start).CopyTo(_islands.AsSpan(start));

    /// <summary>Puts a sign of the island's language in the place of one of the file's; line breaks and what is outside the file stay.</summary>
    public void Put(int at, char sign)
    {
        if (at >= 0 && at < _islands.Length && !IsBreak(_text[at]))
        {
            _islands[at] = sign;
        }
    }

    /// <summary>Blanks a stretch again.</summary>
    public void Blank(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            Put(i, ' ');
        }
    }

    /// <summary>The text.</summary>
    public override string ToString() => new(_islands);

    private static bool IsBreak(char c) => c is '\n' or '\r';
}
