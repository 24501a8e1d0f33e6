using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace StructIndex;

/// <summary>
/// The text of a file, which its parser reads a few thousand characters at a time: where the parser has done too much work for what it has
/// read, or is to stop, it gets no more. The parser hears of a token only between members and statements, and copies all the tokens that it
/// has skipped for each one that it skips.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="cancellationToken">Stops the parser.</param>
internal sealed class MeteredText(string text, CancellationToken cancellationToken) : SourceText
{
    /// <summary>
    /// Bytes that the parser may allocate for a character; its work in a measure that is the same on any machine. The files of a dozen
    /// repositories take less than 40, those aside that are the first to use a part of the parser.
    /// </summary>
    private const long BytesPerCharacter = 1_000;

    /// <summary>The same for any file: tables that are made at first use.</summary>
    private const long FreeBytes = 32 << 20;

    private readonly long _allocated = GC.GetAllocatedBytesForCurrentThread();
    private bool _isParsed;
    private int _read;

    /// <inheritdoc/>
    public override Encoding? Encoding => null;

    /// <inheritdoc/>
    public override int Length => text.Length;

    /// <inheritdoc/>
    public override char this[int position] => text[position];

    /// <summary>Ends the count: who reads the text from now on is not the parser.</summary>
    public void Parsed() => _isParsed = true;

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The parser is to stop.</exception>
    /// <exception cref="InvalidDataException">The parser has done too much work.</exception>
    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
    {
        if (!_isParsed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _read = Math.Max(_read, sourceIndex + count);
            if (GC.GetAllocatedBytesForCurrentThread() - _allocated > FreeBytes + (BytesPerCharacter * _read))
            {
                throw new InvalidDataException("The file has so many errors of syntax that parsing it takes the square of its length.");
            }
        }

        text.CopyTo(sourceIndex, destination, destinationIndex, count);
    }

    /// <inheritdoc/>
    public override string ToString(TextSpan span) => text.Substring(span.Start, span.Length);
}
