namespace StructIndex;

/// <summary>
/// Parses every language but C# with tree-sitter: units, documentation and unresolved references, by one query file a language.
/// Files are parsed on all processors; a file that is too large, too slow or that fails is kept as plain text with a <see cref="FileFailure"/>.
/// </summary>
public sealed class TreeSitterParser : ICodeParser
{
    private readonly TreeSitterParserOptions _options;

    /// <summary>Creates a parser.</summary>
    /// <param name="options">Bounds on what one file may cost; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not positive.</exception>
    public TreeSitterParser(TreeSitterParserOptions? options = null)
    {
        _options = options ?? new TreeSitterParserOptions();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_options.TimeoutPerFile, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_options.MaxLength, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_options.Parallelism, nameof(options));
    }

    /// <summary>Names of the languages it parses, in ordinal order.</summary>
    public static IReadOnlyList<string> Languages => GrammarTable.Names;

    /// <inheritdoc/>
    public bool CanParse(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return GrammarTable.Knows(file.Language);
    }

    /// <inheritdoc/>
    public ParseResult Parse(IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        cancellationToken.ThrowIfCancellationRequested();
        ParsedFile[] parsed = new ParsedFile[files.Count];

        // Pinned, for the native callbacks to read.
        int[] cancelled = GC.AllocateArray<int>(1, pinned: true);
        using CancellationTokenRegistration registration = cancellationToken.Register(() => Volatile.Write(ref cancelled[0], 1));
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = _options.Parallelism, CancellationToken = cancellationToken };
        Parallel.For(
            0,
            files.Count,
            parallel,
            () => new FileParser(_options, cancelled),
            (i, _, parser) =>
            {
                parsed[i] = parser.Parse(files[i], cancellationToken);
                onParsed?.Invoke(files[i]);
                return parser;
            },
            parser => parser.Dispose());
        return new ParseResult(parsed);
    }
}
