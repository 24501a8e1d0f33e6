using System.Buffers;
using System.Globalization;
using System.Text;

namespace StructIndex;

/// <summary>
/// Writes text so that a terminal only ever shows it. Control characters, among them those that begin escape sequences, and the marks that
/// change the direction of writing become <c>\u001b</c> and the like, which is also how JSON writes them. A line written by
/// <see cref="WriteLine(string?)"/> stays one line: line breaks inside it become <c>\n</c>; in what is written otherwise they stay. Tabs
/// stay.
/// </summary>
/// <param name="inner">Where the escaped text goes.</param>
internal sealed class EscapingWriter(TextWriter inner) : TextWriter(CultureInfo.InvariantCulture)
{
    private static readonly SearchValues<char> s_escaped = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(sign => (char.IsControl(sign) && sign != '\t') || IsDirection(sign))]);

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Escape([value], isLine: false);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Escape(buffer.AsSpan(index, count), isLine: false);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Escape(buffer, isLine: false);

    /// <inheritdoc/>
    public override void Write(string? value) => Escape(value, isLine: false);

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        Escape(value, isLine: true);
        inner.Write('\n');
    }

    /// <inheritdoc/>
    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync() => inner.FlushAsync();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    private void Escape(ReadOnlySpan<char> text, bool isLine)
    {
        for (int at = text.IndexOfAny(s_escaped); at >= 0; at = text.IndexOfAny(s_escaped))
        {
            inner.Write(text[..at]);
            bool isBreak = text[at] == '\n' || text[at..].StartsWith("\r\n");
            if (isBreak && !isLine)
            {
                inner.Write(text[at]);
            }
            else
            {
                inner.Write(text[at] switch { '\n' => "\\n", '\r' => "\\r", var sign => $"\\u{(int)sign:x4}" });
            }

            text = text[(at + 1)..];
        }

        inner.Write(text);
    }

    /// <summary>Embeddings, overrides and isolates of the bidirectional algorithm: they make code look like what it is not.</summary>
    private static bool IsDirection(char sign) => sign is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
