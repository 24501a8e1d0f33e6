namespace StructIndex;

/// <summary>Bounds on what one file may cost.</summary>
public sealed record TreeSitterParserOptions
{
    /// <summary>
    /// Time for one file, parsing and reading its tree together: on the wall, or processor time of the process where that is less; waiting
    /// counts a tenth.
    /// </summary>
    /// <value>
    /// The default value is 5 seconds: a megabyte of ordinary source needs a third of a second; hostile text is given up soon enough.
    /// </value>
    public TimeSpan TimeoutPerFile { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest text that is parsed, in UTF-16 units; longer files stay plain text.</summary>
    /// <value>The default value is 8,000,000.</value>
    public int MaxLength { get; init; } = 8_000_000;

    /// <summary>Number of files parsed at once.</summary>
    /// <value>The default value is the number of processors.</value>
    public int Parallelism { get; init; } = Environment.ProcessorCount;
}
