using System.Text;

namespace StructIndex;

/// <summary>
/// Puts a body together from stretches of a file and remembers where each came from, so that offsets of the file can be mapped.
/// </summary>
internal sealed class UnitText
{
    private readonly string _source;
    private readonly StringBuilder _text = new();
    private readonly List<(int FileStart, int BodyStart, int Length)> _stretches = [];

    public UnitText(string source) => _source = source;

    /// <summary>Adds the file's text from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public void Append(int start, int end)
    {
        if (end > start)
        {
            _stretches.Add((start, _text.Length, end - start));
            _text.Append(_source, start, end - start);
        }
    }

    /// <summary>Adds text that is not the file's at this place.</summary>
    public void AppendText(string text) => _text.Append(text);

    /// <summary>The body: without blank lines around it. Trailing white space of the first line's indentation stays out too.</summary>
    /// <param name="breaks">Offsets of the file, ascending.</param>
    /// <returns>The body, and the offsets among <paramref name="breaks"/> that fall into it, as offsets of the body.</returns>
    public (string Body, List<int> Breaks) Finish(IReadOnlyList<int> breaks)
    {
        string all = _text.ToString();
        int start = 0;
        while (start < all.Length && char.IsWhiteSpace(all[start]))
        {
            start++;
        }

        string body = all.AsSpan(start).TrimEnd().ToString();
        List<int> mapped = [];
        int stretch = 0;
        foreach (int at in breaks)
        {
            while (stretch < _stretches.Count && _stretches[stretch].FileStart + _stretches[stretch].Length <= at)
            {
                stretch++;
            }

            if (stretch == _stretches.Count)
            {
                break;
            }

            int inBody = at - _stretches[stretch].FileStart + _stretches[stretch].BodyStart - start;
            if (at >= _stretches[stretch].FileStart && inBody > 0 && inBody < body.Length)
            {
                mapped.Add(inBody);
            }
        }

        return (body, mapped);
    }
}
