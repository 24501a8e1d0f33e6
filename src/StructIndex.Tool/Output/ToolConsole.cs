namespace StructIndex;

/// <summary>Where a command writes. What it writes may hold text of the code base, so control characters are escaped on the way.</summary>
/// <param name="output">Results.</param>
/// <param name="error">Progress and errors.</param>
/// <param name="isTerminal">Whether a person watches <paramref name="error"/>, so that progress may draw a bar.</param>
internal sealed class ToolConsole(TextWriter output, TextWriter error, bool isTerminal)
{
    /// <summary>Results.</summary>
    public TextWriter Output { get; } = new EscapingWriter(output);

    /// <summary>Progress and errors.</summary>
    public TextWriter Error { get; } = new EscapingWriter(error);

    /// <summary>Whether a person watches <see cref="Error"/>.</summary>
    public bool IsTerminal => isTerminal;

    /// <summary>Writes over the last line of a terminal that shows <see cref="Error"/>.</summary>
    /// <param name="line">The line that takes its place, without an end.</param>
    public void Redraw(string line)
    {
        error.Write("\r\e[2K");
        Error.Write(line);
    }
}
