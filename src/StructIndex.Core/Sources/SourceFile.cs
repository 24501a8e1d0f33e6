namespace StructIndex;

/// <summary>One source file: its text, its language, and where it lies. Immutable.</summary>
public sealed class SourceFile
{
    private int[]? _lineStarts;

    /// <summary>Creates a source file.</summary>
    /// <param name="path">
    /// Path relative to the root of the index. A drive, a leading <c>/</c>, <c>\</c>, <c>./</c> and <c>folder/..</c> are taken out of it.
    /// </param>
    /// <param name="text">The decoded text, without a byte-order mark.</param>
    /// <param name="language">Language name as in <see cref="LanguageCatalog"/>; detected from path and text when null.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SourceFile(string path, string text, string? language = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(text);
        Path = SourcePath.Normal(path);
        ArgumentException.ThrowIfNullOrEmpty(Path, nameof(path));
        language ??= LanguageCatalog.Detect(Path, text) ?? LanguageCatalog.PlainText;
        (Text, Language) = language == NotebookText.Language ? NotebookText.Read(text) ?? (text, "json") : (text, language);
    }

    /// <summary>Path relative to the root of the index, separated by <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>The decoded text, without a byte-order mark. Of a Jupyter notebook the code of its cells, on the lines of the notebook, with its prose as comments.</summary>
    public string Text { get; }

    /// <summary>Language name, for example <c>csharp</c> or <c>python</c>.</summary>
    public string Language { get; }

    /// <summary>Absolute path on disk, or null for text that came from elsewhere.</summary>
    public string? FullPath { get; init; }

    /// <summary>
    /// Absolute path of the folder that the file was found in, where those of several folders have the folder's name before their <see cref="Path"/>;
    /// null otherwise.
    /// </summary>
    public string? RootDirectory { get; init; }

    /// <summary>Whether the text or path says that a tool wrote the file.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>What the file system said of the file before it was read; null where that does not tell it from a later state. Set again when the same content is read again.</summary>
    internal FileStamp? Stamp { get; set; }

    /// <summary>Number of lines; a trailing line break does not begin a new one. An empty text has one line.</summary>
    public int LineCount
    {
        get
        {
            int[] starts = LineStarts;
            return starts.Length > 1 && starts[^1] == Text.Length ? starts.Length - 1 : starts.Length;
        }
    }

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Text);

    /// <summary>The 1-based line that holds the character at <paramref name="offset"/> (UTF-16 units).</summary>
    /// <param name="offset">Offset in <see cref="Text"/>, 0 to its length inclusive.</param>
    public int LineAt(int offset)
    {
        int found = Array.BinarySearch(LineStarts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>The offset at which a 1-based line begins; the length of the text for a line past the end.</summary>
    /// <param name="line">1-based line number.</param>
    public int OffsetOfLine(int line)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(line, 1);
        return line <= LineStarts.Length ? LineStarts[line - 1] : Text.Length;
    }

    /// <summary>Whether another reading of the file found the same; its stamp then takes the place of this one's.</summary>
    internal bool TakeOver(SourceFile other)
    {
        bool same = other.Text == Text && other.Path == Path && other.Language == Language && other.FullPath == FullPath && other.IsGenerated == IsGenerated;
        Stamp = same ? other.Stamp : Stamp;
        return same;
    }

    /// <inheritdoc/>
    public override string ToString() => Path;

    private static int[] FindLineStarts(string text)
    {
        List<int> starts = [0];
        for (int at = 0; at < text.Length; at++)
        {
            int next = text.AsSpan(at).IndexOfAny('\n', '\r');
            if (next < 0)
            {
                break;
            }

            at += next;
            if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
            {
                at++;
            }

            starts.Add(at + 1);
        }

        return [.. starts];
    }
}
