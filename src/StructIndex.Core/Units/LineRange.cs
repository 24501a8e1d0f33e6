using System.Globalization;

namespace StructIndex;

/// <summary>A range of lines, 1-based, both ends included.</summary>
/// <param name="Start">The first line.</param>
/// <param name="End">The last line.</param>
public readonly record struct LineRange(int Start, int End)
{
    /// <summary>Number of lines.</summary>
    public int Count => End - Start + 1;

    /// <summary>Whether the line is in the range.</summary>
    /// <param name="line">1-based line.</param>
    public bool Contains(int line) => line >= Start && line <= End;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start}-{End}");
}
