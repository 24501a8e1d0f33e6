using System.CommandLine;

namespace StructIndex;

/// <summary>The argument and options that name what is asked: a folder of source, or an index file.</summary>
internal sealed class IndexInput
{
    // Units of C# whose edges are bound in less than a second.
    private const int MaxBoundFirst = 1_000;

    private readonly Argument<string> _path;
    private readonly Option<string[]> _include = new("--include") { Description = "Take only files that match the glob; may be repeated. Folders only.", HelpName = "GLOB" };
    private readonly Option<string[]> _exclude = new("--exclude") { Description = "Leave out files that match the glob; may be repeated. Folders only.", HelpName = "GLOB" };
    private readonly Option<string[]> _trust = new("--trust") { Description = "Also read project files and assemblies of this folder outside DIR; may be repeated. Folders only.", HelpName = "FOLDER" };
    private readonly Option<bool> _noCache = new("--no-cache") { Description = "Index the folder anew, and keep nothing for the next question. Folders only." };
    private readonly Argument<string[]> _more = new("DIR...") { Description = "Further folders, indexed as one with the first; paths then begin with the folder's name.", Arity = ArgumentArity.ZeroOrMore };
    private readonly bool _folderOnly;
    private readonly bool _takesMany;
    private readonly bool _usesCache;

    private IndexInput(bool folderOnly, bool isOptional, bool takesMany, bool usesCache)
    {
        (_folderOnly, _takesMany, _usesCache) = (folderOnly, takesMany, usesCache);
        _path = new Argument<string>(folderOnly ? "DIR" : "DIR|FILE")
        {
            Description = folderOnly ? "A folder of source." : "A folder of source, or an index file made by 'structindex index'.",
        };
        if (isOptional)
        {
            _path.DefaultValueFactory = static _ => ".";
        }
    }

    /// <summary>Adds the argument and options to a command.</summary>
    /// <param name="command">The command; the argument comes before those added later.</param>
    /// <param name="folderOnly">Whether an index file is no good here.</param>
    /// <param name="isOptional">Whether the current folder is meant where none is named.</param>
    /// <param name="takesMany">Whether several folders may be named.</param>
    /// <param name="usesCache">Whether the index of a folder is kept for the next command.</param>
    public static IndexInput AddTo(Command command, bool folderOnly = false, bool isOptional = false, bool takesMany = false, bool usesCache = true)
    {
        IndexInput input = new(folderOnly, isOptional, takesMany, usesCache);
        command.Add(input._path);
        if (takesMany)
        {
            command.Add(input._more);
        }

        command.Add(input._include);
        command.Add(input._exclude);
        command.Add(input._trust);
        if (usesCache)
        {
            command.Add(input._noCache);
        }

        return input;
    }

    /// <summary>The folder or file that was named.</summary>
    /// <param name="arguments">The parsed command line.</param>
    public string PathOf(ParseResult arguments) => arguments.GetRequiredValue(_path);

    /// <summary>The files of the folder that was named; null where it is no folder.</summary>
    /// <param name="arguments">The parsed command line.</param>
    public DirectorySource? SourceOf(ParseResult arguments) => !Directory.Exists(PathOf(arguments)) ? null
        : new DirectorySource(PathOf(arguments), OptionsOf(arguments));

    /// <summary>The files of all folders that were named; null where one thing was named that is no folder.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <exception cref="IOException">Several were named, and one of them is no folder.</exception>
    public ISourceProvider? FoldersOf(ParseResult arguments)
    {
        string[] all = PathsOf(arguments);
        return all.Length == 1 ? SourceOf(arguments)
            : Array.Find(all, path => !Directory.Exists(path)) is { } missing ? throw new IOException($"there is no folder at {missing}")
            : new DirectoriesSource(all, OptionsOf(arguments));
    }

    /// <summary>All that was named, as text.</summary>
    /// <param name="arguments">The parsed command line.</param>
    public string NamesOf(ParseResult arguments) => string.Join(", ", PathsOf(arguments));

    /// <summary>Builds an index, with progress.</summary>
    /// <param name="source">The files.</param>
    /// <param name="console">Where progress goes.</param>
    /// <param name="needs">What will be asked of the index.</param>
    /// <param name="trustedFolders">
    /// Folders outside the source that may be read; see <see cref="CSharpParserOptions.TrustedFolders"/>.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<CodeIndex> BuildAsync(ISourceProvider source, ToolConsole console, IndexNeeds needs, IReadOnlyList<string> trustedFolders, CancellationToken cancellationToken)
    {
        CodeIndexOptions options = new()
        {
            Parsers = ParsersFor(trustedFolders),
            EmbeddingGenerator = needs == IndexNeeds.Search ? CodeIndexer.DefaultEmbeddingGenerator : null,
            BindEdges = needs != IndexNeeds.Units,
        };
        using ProgressReporter progress = ProgressReporter.For(console);
        return await new CodeIndexBuilder(options).BuildAsync(source, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The parsers that may read these folders besides the source.</summary>
    /// <param name="arguments">The parsed command line.</param>
    public IReadOnlyList<ICodeParser> ParsersOf(ParseResult arguments) => ParsersFor(arguments.GetValue(_trust) ?? []);

    /// <summary>Builds or loads the index, with progress.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="console">Where progress goes.</param>
    /// <param name="needs">What the command will ask of the index.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<CodeIndex> OpenAsync(ParseResult arguments, ToolConsole console, IndexNeeds needs, CancellationToken cancellationToken) =>
        (await OpenAsync(arguments, console, needs, wordsFirst: false, cancellationToken).ConfigureAwait(false)).Index;

    /// <summary>The same for one search, which a large folder of C# that was never asked answers before its edges are bound.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="console">Where progress goes.</param>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<OpenedIndex> OpenForAsync(string question, ParseResult arguments, ToolConsole console, CancellationToken cancellationToken) =>
        OpenAsync(arguments, console, IndexNeeds.Search, wordsFirst: !CodeIndex.IsAboutEdges(question), cancellationToken);

    private async Task<OpenedIndex> OpenAsync(ParseResult arguments, ToolConsole console, IndexNeeds needs, bool wordsFirst, CancellationToken cancellationToken)
    {
        string path = PathOf(arguments);
        if (FoldersOf(arguments) is { } source)
        {
            IndexCache? cache = needs == IndexNeeds.Units ? null : CacheOf(arguments, source, console);
            if (cache is not null && await cache.LoadAsync(cancellationToken).ConfigureAwait(false) is { } kept)
            {
                return new OpenedIndex(kept, null);
            }

            OpenedIndex built = cache is null
                ? new OpenedIndex(await BuildAsync(source, console, needs, arguments.GetValue(_trust) ?? [], cancellationToken).ConfigureAwait(false), null)
                : await UpdateAsync(source, console, cache, wordsFirst, cancellationToken).ConfigureAwait(false);
            if (built.Index.Units.Count == 0)
            {
                console.Error.WriteLine($"structindex: there is no file to index in {NamesOf(arguments)}{(built.Index.Failures.Count > 0 ? $"; {built.Index.Failures.Count} were left out, which 'structindex stats' lists" : "")}");
            }

            return built;
        }

        CheckFile(arguments);
        CodeIndex loaded = await CodeIndexer.LoadAsync(path, cancellationToken: cancellationToken).ConfigureAwait(false);
        await StaleFiles.ReportAsync(loaded, path, console, cancellationToken).ConfigureAwait(false);
        return new OpenedIndex(loaded, null);
    }

    /// <summary>Updates the kept index of a folder, or builds one where there is none, and keeps the result.</summary>
    /// <param name="source">The folder.</param>
    /// <param name="console">Where progress goes.</param>
    /// <param name="cache">Where the index is kept.</param>
    /// <param name="wordsFirst">Whether the edges of a large folder that was never asked may be left for later.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<OpenedIndex> UpdateAsync(ISourceProvider source, ToolConsole console, IndexCache cache, bool wordsFirst, CancellationToken cancellationToken)
    {
        CodeIndexOptions options = new() { KeepForUpdates = true };
        CodeIndexBuilder builder = CodeIndexer.CreateBuilder(options);
        using ProgressReporter progress = ProgressReporter.For(console);
        CodeIndex index = await cache.LoadAsync(builder, cancellationToken).ConfigureAwait(false) is { } earlier
            ? await builder.UpdateAsync(earlier, source, progress, cancellationToken).ConfigureAwait(false)
            : await CodeIndexer.CreateBuilder(options with { BindEdges = !wordsFirst }).BuildAsync(source, progress, cancellationToken).ConfigureAwait(false);
        if (index.Graph.Edges.Count == 0 && wordsFirst && index.Units.Count(unit => unit.Language == CSharpParser.Language) > MaxBoundFirst)
        {
            return new OpenedIndex(index, token => FinishAsync(index, null, token));
        }

        return new OpenedIndex(await FinishAsync(index, progress, cancellationToken).ConfigureAwait(false), null);

        async Task<CodeIndex> FinishAsync(CodeIndex started, IProgress<IndexProgress>? reports, CancellationToken token)
        {
            CodeIndex bound = await started.WithEdgesAsync(reports, token).ConfigureAwait(false);
            if (bound.Units.Count > 0)
            {
                await cache.SaveAsync(builder, bound, token).ConfigureAwait(false);
            }

            return bound;
        }
    }

    /// <summary>The cache, where one folder is asked as it is, so that the answer to one question helps the next; null otherwise.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="source">What was named.</param>
    /// <param name="console">Where the cache says what it does.</param>
    public IndexCache? CacheOf(ParseResult arguments, ISourceProvider? source, ToolConsole console) => source is DirectorySource folder && IsWhole(arguments) ? new IndexCache(folder, console) : null;

    private bool IsWhole(ParseResult arguments) => _usesCache && !arguments.GetValue(_noCache)
        && (arguments.GetValue(_include) ?? []).Length + (arguments.GetValue(_exclude) ?? []).Length + (arguments.GetValue(_trust) ?? []).Length == 0;

    /// <summary>Checks that what was named and is no folder may be an index file.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <exception cref="IOException">There is nothing, or an index file is no good here.</exception>
    /// <exception cref="ArgumentException">It is a source file, or options are given that are about folders.</exception>
    public void CheckFile(ParseResult arguments)
    {
        string path = PathOf(arguments);
        if (_folderOnly || !File.Exists(path))
        {
            throw new IOException($"there is no folder{(_folderOnly ? "" : " or index file")} at {path}");
        }

        if (LanguageCatalog.Detect(path, []) is not null)
        {
            throw new ArgumentException($"{path} is a source file; name its folder, with --include '{Path.GetFileName(path)}' to take it alone");
        }

        if ((arguments.GetValue(_include) ?? []).Length + (arguments.GetValue(_exclude) ?? []).Length + (arguments.GetValue(_trust) ?? []).Length > 0)
        {
            throw new ArgumentException($"--include, --exclude and --trust are about a folder, and {path} is an index file; use --path to filter results");
        }
    }

    private string[] PathsOf(ParseResult arguments) => [PathOf(arguments), .. _takesMany ? arguments.GetValue(_more) ?? [] : []];

    private SourceOptions OptionsOf(ParseResult arguments) => new() { Include = arguments.GetValue(_include) ?? [], Exclude = arguments.GetValue(_exclude) ?? [] };

    private static IReadOnlyList<ICodeParser> ParsersFor(IReadOnlyList<string> trustedFolders) =>
        trustedFolders.Count == 0 ? CodeIndexer.DefaultParsers : [new CSharpParser(new CSharpParserOptions { TrustedFolders = trustedFolders }), .. CodeIndexer.DefaultParsers];
}
