namespace StructIndex;

/// <summary>How comments are written in a language.</summary>
public sealed record CommentSyntax
{
    private static readonly Dictionary<string, CommentSyntax> s_known = Read();

    /// <summary>Marks that begin a comment which ends with its line; the first one is what comments are written with.</summary>
    /// <value>The default value is empty.</value>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Marks that open and close a comment.</summary>
    /// <value>The default value is empty.</value>
    public IReadOnlyList<(string Open, string Close)> Blocks { get; init; } = [];

    /// <summary>Words before a string that make it documentation, such as Elixir's <c>@doc</c>.</summary>
    /// <value>The default value is empty.</value>
    public IReadOnlyList<string> DocumentationWords { get; init; } = [];

    /// <summary>Comments of C and most languages after it: <c>//</c> and <c>/* */</c>.</summary>
    public static CommentSyntax C { get; } = new() { Lines = ["//"], Blocks = [("/*", "*/")] };

    /// <summary>Comments of scripting languages: <c>#</c>.</summary>
    public static CommentSyntax Hash { get; } = new() { Lines = ["#"] };

    /// <summary>
    /// The comments of a language that no parser gives rules for, from the table <c>comments.tsv</c>; those of C where that does not have
    /// it.
    /// </summary>
    internal static CommentSyntax Of(string language) => s_known.GetValueOrDefault(language, C);

    /// <summary>
    /// The end of the comment that begins at an offset, with the marks that close it; the same offset where none begins. The comment of a
    /// line ends before the line break.
    /// </summary>
    internal int EndOf(ReadOnlySpan<char> text, int at)
    {
        ReadOnlySpan<char> rest = text[at..];
        foreach ((string open, string close) in Blocks)
        {
            if (rest.StartsWith(open, StringComparison.Ordinal) && rest[open.Length..].IndexOf(close, StringComparison.Ordinal) is >= 0 and var length)
            {
                return at + open.Length + length + close.Length;
            }
        }

        return !BeginsLine(rest) ? at : rest.IndexOf('\n') is >= 0 and var end ? at + end : text.Length;
    }

    /// <summary>Whether a line, without its indentation, begins with a comment or goes on with one that was opened above.</summary>
    internal bool IsComment(ReadOnlySpan<char> line)
    {
        foreach ((string open, _) in Blocks)
        {
            if (line.StartsWith(open, StringComparison.Ordinal) || (open[^1] == '*' && line is ['*', ..]))
            {
                return true;
            }
        }

        return BeginsLine(line);
    }

    private bool BeginsLine(ReadOnlySpan<char> text)
    {
        foreach (string mark in Lines)
        {
            bool isWord = char.IsAsciiLetter(mark[^1]);
            if (text.StartsWith(mark, isWord ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
                && !(isWord && text.Length > mark.Length && char.IsLetterOrDigit(text[mark.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, CommentSyntax> Read()
    {
        Dictionary<string, CommentSyntax> known = new(StringComparer.Ordinal);
        foreach (string[] cells in DataTable.Rows("comments.tsv"))
        {
            CommentSyntax syntax = new() { Lines = Split(cells[1]), Blocks = [.. Split(cells[2]).Chunk(2).Select(pair => (pair[0], pair[1]))] };
            foreach (string language in cells[0].Split(' '))
            {
                known.Add(language, syntax);
            }
        }

        return known;
    }

    private static string[] Split(string cell) => cell == "-" ? [] : cell.Split(' ');
}
