using System.Text;

namespace StructIndex;

/// <summary>
/// Puts a body together from stretches of a file and remembers where each came from, so that offsets of the file can be mapped. One stretch alone is
/// not copied.
/// </summary>
internal sealed class UnitText
{
    private readonly string _source;
    private StringBuilder? _text;
    private readonly List<(int FileStart, int BodyStart, int Length)> _stretches = [];

    public UnitText(string source) => _source = source;

    /// <summary>Adds the file's text from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public void Append(int start, int end)
    {
        if (end > start)
        {
            StringBuilder? text = _stretches.Count == 0 ? _text : Text();
            _stretches.Add((start, text?.Length ?? 0, end - start));
            text?.Append(_source, start, end - start);
        }
    }

    /// <summary>Adds text that is not the file's at this place.</summary>
    public void AppendText(string text)
    {
        if (text.Length > 0)
        {
            Text().Append(text);
        }
    }

    /// <summary>The body: without blank lines around it. Trailing white space of the first line's indentation stays out too.</summary>
    /// <param name="breaks">Offsets of the file, ascending.</param>
    /// <returns>The body, and the offsets among <paramref name="breaks"/> that fall into it, as offsets of the body.</returns>
    public (ReadOnlyMemory<char> Body, List<int> Breaks) Finish(IReadOnlyList<int> breaks)
    {
        ReadOnlyMemory<char> all = _text is not null ? _text.ToString().AsMemory() : _stretches.Count == 0 ? default : _source.AsMemory(_stretches[0].FileStart, _stretches[0].Length);
        int start = all.Length - all.Span.TrimStart().Length;
        ReadOnlyMemory<char> body = all[start..].TrimEnd();
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

    private StringBuilder Text()
    {
        if (_text is null)
        {
            _text = new StringBuilder();
            foreach ((int start, _, int length) in _stretches)
            {
                _text.Append(_source, start, length);
            }
        }

        return _text;
    }
}
