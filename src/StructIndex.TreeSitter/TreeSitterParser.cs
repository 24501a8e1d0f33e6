using System.Runtime.ExceptionServices;

namespace StructIndex;

/// <summary>
/// Parses every language but C# with tree-sitter: units, documentation and unresolved references, by one query file a language.
/// Files are parsed on all processors; a file that is too large, too slow or that fails is kept as plain text with a
/// <see cref="FileFailure"/>.
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
    public static IReadOnlyList<string> Languages => TreeSitterLanguages.Names;

    /// <summary>Whether a file is in one of the <see cref="Languages"/>, or is a page of HTML or Markdown that holds code in one of them.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    public bool CanParse(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return TreeSitterLanguages.Contains(file.Language) || DocumentCode.IsIn(file);
    }

    /// <inheritdoc/>
    public ParserOutput Parse(IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Parse(files, SharedMacros.Of(files), onParsed, cancellationToken);
    }

    /// <inheritdoc/>
    public ParserOutput Reparse(ParserOutput previous, IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(files);
        SharedMacros before = SharedMacros.Of(previous.Files.Select(file => file.Source)), now = SharedMacros.Of(files);
        ParserOutput same = previous.Files.All(file => now.ShowsAlike(file.Source, before)) ? previous : previous with { Files = [.. previous.Files.Where(file => now.ShowsAlike(file.Source, before))] };
        return same.Renew(files, changed => Parse(changed, now, onParsed, cancellationToken));
    }

    /// <inheritdoc/>
    public LanguageRules? RulesOf(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return TreeSitterLanguages.Contains(language) ? TreeSitterLanguages.Of(language) : DocumentCode.RulesOf(language);
    }

    private ParserOutput Parse(IReadOnlyList<SourceFile> files, SharedMacros macros, Action<SourceFile>? onParsed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ParsedFile[] parsed = new ParsedFile[files.Count];

        // Pinned, for the native callbacks to read.
        int[] cancelled = GC.AllocateArray<int>(1, pinned: true);
        using CancellationTokenRegistration registration = cancellationToken.Register(() => Volatile.Write(ref cancelled[0], 1));

        // Large files first, so that no thread ends alone with one.
        int[] order = [.. Enumerable.Range(0, files.Count).OrderByDescending(i => files[i].Text.Length)];
        int taken = -1;
        int workers = Math.Min(_options.Parallelism, files.Count);
        try
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = _options.Parallelism, CancellationToken = cancellationToken }, _ =>
            {
                using FileParser parser = new(_options, macros, cancelled);
                for (int next = Interlocked.Increment(ref taken); next < order.Length; next = Interlocked.Increment(ref taken))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    SourceFile file = files[order[next]];
                    parsed[order[next]] = parser.Parse(file, cancellationToken);
                    onParsed?.Invoke(file);
                }
            });
        }
        catch (AggregateException failures) when (failures.InnerExceptions[0] is StructIndexException)
        {
            // Every thread misses the same library.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return new ParserOutput(parsed);
    }
}
