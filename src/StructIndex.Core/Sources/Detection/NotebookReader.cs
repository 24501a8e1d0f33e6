using System.Text.Json;

namespace StructIndex;

/// <summary>A cell of a notebook.</summary>
/// <param name="IsProse">Whether it is text rather than code.</param>
/// <param name="Lines">Its strings, each with the line of the notebook on which it begins.</param>
internal sealed record NotebookCell(bool IsProse, List<(int Line, string Text)> Lines);

/// <summary>Reads the cells of a notebook with the lines they are on.</summary>
internal ref struct NotebookReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _json;
    private int _line = 1;
    private int _counted;

    /// <summary>Makes a reader.</summary>
    public NotebookReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _json = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <summary>The cells of code and text, in their order.</summary>
    public List<NotebookCell> Cells { get; } = [];

    /// <summary>What the notebook calls its language and kernel, the surest first.</summary>
    public List<string> Kernels { get; } = [];

    /// <summary>Reads all cells; false where there is no list of them.</summary>
    public bool Read()
    {
        bool found = false;
        string? language = null, kernelLanguage = null, kernel = null;
        if (!_json.Read() || _json.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            if (IsList("cells"))
            {
                found = true;
                ReadCells();
            }
            else if (_json.ValueTextEquals("metadata"))
            {
                _json.Read();
                using JsonDocument metadata = JsonDocument.ParseValue(ref _json);
                language = Text(metadata.RootElement, "language_info", "name");
                kernelLanguage = Text(metadata.RootElement, "kernelspec", "language");
                kernel = Text(metadata.RootElement, "kernelspec", "name");
            }
            else
            {
                _json.Read();
                _json.Skip();
            }
        }

        Kernels.AddRange(new[] { language, kernelLanguage, kernel }.OfType<string>());
        if (Kernels.Count == 0)
        {
            Kernels.Add("ipython");
        }

        return found;
    }

    private bool IsList(string name)
    {
        if (!_json.ValueTextEquals(name))
        {
            return false;
        }

        Utf8JsonReader next = _json;
        return next.Read() && next.TokenType == JsonTokenType.StartArray && _json.Read();
    }

    private void ReadCells()
    {
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType == JsonTokenType.StartObject)
            {
                ReadCell();
            }
            else
            {
                _json.Skip();
            }
        }
    }

    private void ReadCell()
    {
        string? type = null;
        List<(int Line, string Text)> lines = [];
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            bool isType = _json.ValueTextEquals("cell_type"), isSource = _json.ValueTextEquals("source");
            _json.Read();
            if (isType && _json.TokenType == JsonTokenType.String)
            {
                type = _json.GetString();
            }
            else if (isSource && _json.TokenType is JsonTokenType.String or JsonTokenType.StartArray)
            {
                ReadSource(lines);
            }
            else
            {
                _json.Skip();
            }
        }

        if (type is "code" or "markdown" && lines.Count > 0)
        {
            Cells.Add(new NotebookCell(type == "markdown", lines));
        }
    }

    private void ReadSource(List<(int Line, string Text)> lines)
    {
        bool isList = _json.TokenType == JsonTokenType.StartArray;
        if (isList)
        {
            _json.Read();
        }

        while (_json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType == JsonTokenType.String)
            {
                int start = (int)_json.TokenStartIndex;
                _line += _bytes[_counted..start].Count((byte)'\n');
                _counted = start;
                lines.Add((_line, _json.GetString()!));
            }

            if (!isList)
            {
                return;
            }

            _json.Skip();
            _json.Read();
        }
    }

    private static string? Text(JsonElement root, string outer, string inner) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(outer, out JsonElement part) && part.ValueKind == JsonValueKind.Object
        && part.TryGetProperty(inner, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
