using System.Text;

namespace StructIndex;

/// <summary>
/// The C# that the compiler sees of a Razor file: a partial class whose members are those of the file's code blocks, and a method with the
/// expressions and handlers of its markup. Stretches of the file keep their place of origin.
/// </summary>
internal sealed class RazorView
{
    private readonly StringBuilder _text = new();
    private readonly List<(int View, int Host, int Length)> _stretches = [];

    /// <summary>The C#.</summary>
    public string Text => field ??= _text.ToString();

    /// <summary>Name of the class; empty in a view without one.</summary>
    public string ClassName { get; init; } = "";

    /// <summary>Adds what is not in the file.</summary>
    public void Add(string generated) => _text.Append(generated);

    /// <summary>Adds a stretch of the file.</summary>
    public void Add(string host, SourceSpan span)
    {
        _stretches.Add((_text.Length, span.Start, span.Length));
        _text.Append(host, span.Start, span.Length);
    }

    /// <summary>The offset in the file; of what is not in the file, that of the next stretch that is, else of the last.</summary>
    public int ToHost(int offset)
    {
        int at = Find(offset);
        if (at >= 0 && offset <= _stretches[at].View + _stretches[at].Length)
        {
            return _stretches[at].Host + offset - _stretches[at].View;
        }

        return _stretches.Count == 0 ? 0 : _stretches[Math.Min(at + 1, _stretches.Count - 1)].Host;
    }

    /// <summary>Whether an offset is one of the file.</summary>
    public bool IsOfHost(int offset) => Find(offset) is >= 0 and var at && offset < _stretches[at].View + _stretches[at].Length;

    /// <summary>The last stretch that begins at an offset or before it; -1 for none.</summary>
    private int Find(int offset)
    {
        int low = 0, high = _stretches.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _stretches[middle].View <= offset ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
