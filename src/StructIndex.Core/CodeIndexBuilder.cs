using System.Collections.Concurrent;

namespace StructIndex;

/// <summary>Builds an index: sources are read, parsed, made into units, linked, embedded and indexed. Knows every stage, and nothing of what they do inside.</summary>
public sealed class CodeIndexBuilder
{
    private readonly CodeIndexOptions _options;

    /// <summary>Creates a builder, which may build any number of indexes, also at the same time.</summary>
    /// <param name="options">How the index is built; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// The embedding generator stands before the static code model, which would pass it by, or there is a cache and the generator names no model to keep its vectors under.
    /// </exception>
    public CodeIndexBuilder(CodeIndexOptions? options = null)
    {
        _options = options ?? new CodeIndexOptions();
        if (_options.EmbeddingGenerator is { } generator && GeneratorIdentity.AsStatic(generator) is null && _options.EmbeddingCache is not null)
        {
            GeneratorIdentity.RequireModel(generator, "An embedding cache", nameof(options));
        }
    }

    /// <summary>Builds an index. Files that cannot be read or parsed are listed in <see cref="CodeIndex.Failures"/>, and the run goes on.</summary>
    /// <param name="source">Where the files come from.</param>
    /// <param name="progress">Told of the progress, from any thread; null to report none.</param>
    /// <param name="cancellationToken">Stops the build within 200 ms; nothing is left behind.</param>
    /// <returns>An immutable index that may be shared between threads.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="EmbeddingException">The embedding generator broke its contract.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<CodeIndex> BuildAsync(ISourceProvider source, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);

        return RunAsync(source, null, progress, cancellationToken);
    }

    /// <summary>
    /// Builds the index of files that may have changed since another index was built of them. Saved, it is byte for byte what <see cref="BuildAsync"/> gives, but for
    /// <see cref="CodeIndex.MinimumRelevance"/>, which stays. An index built with <see cref="CodeIndexOptions.KeepForUpdates"/> by a builder with the same parsers and model
    /// lends what it knows of unchanged files, which are not parsed, bound or embedded again, and on disk not even opened where their size and times tell; any other index lends nothing.
    /// </summary>
    /// <param name="index">The index so far; it goes on answering.</param>
    /// <param name="source">Where the files come from now.</param>
    /// <param name="progress">Told of the progress, from any thread; null for no reports.</param>
    /// <param name="cancellationToken">Stops the update within 200 ms; nothing is left behind.</param>
    /// <returns>A new index; <paramref name="index"/> itself where nothing has changed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="index"/> or <paramref name="source"/> is null.</exception>
    /// <exception cref="EmbeddingException">The embedding generator broke its contract.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<CodeIndex> UpdateAsync(CodeIndex index, ISourceProvider source, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(source);
        CodeIndex updated = await RunAsync(source, index, progress, cancellationToken).ConfigureAwait(false);
        return index.MinimumRelevance is { } minimum && !ReferenceEquals(updated, index) ? updated.WithMinimumRelevance(minimum) : updated;
    }

    /// <summary>
    /// Saves an index and, in a second file beside it, what an update needs to know of its files, so that a later process need not build it again (<see cref="LoadAsync(string, CancellationToken)"/>).
    /// </summary>
    /// <param name="index">The index, built with <see cref="CodeIndexOptions.KeepForUpdates"/>, with edges, by a builder of the same options; of any other the index alone is saved.</param>
    /// <param name="path">The file of the index, as <see cref="CodeIndex.SaveAsync"/> writes it; the other has <c>.state</c> added to its name, and holds the text of the sources.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// Whether updates after loading will be cheap: false where nothing was kept, a parser cannot keep what it found (<see cref="ICodeParser.RulesOf"/>), or the vectors are not of the static code model.
    /// </returns>
    /// <exception cref="InvalidOperationException">As for <see cref="CodeIndex.SaveAsync"/>.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public async Task<bool> SaveAsync(CodeIndex index, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        await index.SaveAsync(path, cancellationToken).ConfigureAwait(false);
        return index.State is { } state && state.Fits(_options) && await BuildStateFile.SaveAsync(state, path, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Loads an index that <see cref="SaveAsync"/> saved, so that <see cref="UpdateAsync"/> parses, binds and embeds only what has changed since.</summary>
    /// <param name="path">The file of the index.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The index; where there is no second file, an update of it takes as long as a build.</returns>
    /// <exception cref="IndexFormatException">
    /// A file is damaged or of another build of the package, the two are not of each other, or the parsers are not those of the builder that saved them.
    /// </exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public Task<CodeIndex> LoadAsync(string path, CancellationToken cancellationToken = default) => LoadWithStateAsync(path, null, cancellationToken);

    /// <summary>
    /// The same, to be updated with the files of another folder: a worktree or a clone of the repository, or where the folder was moved to. Files with the same text are not parsed again.
    /// </summary>
    /// <param name="path">The file of the index.</param>
    /// <param name="folder">The folder that <see cref="UpdateAsync"/> will be given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The index as it was saved; only an update makes it that of the folder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="folder"/> is null.</exception>
    /// <exception cref="IndexFormatException">
    /// A file is damaged or of another build of the package, the two are not of each other, or the parsers are not those of the builder that saved them.
    /// </exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public Task<CodeIndex> LoadAsync(string path, DirectorySource folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return LoadWithStateAsync(path, folder.RootDirectory, cancellationToken);
    }

    /// <summary>Builds the index of files and keeps it up to date; what an update needs is kept whether or not <see cref="CodeIndexOptions.KeepForUpdates"/> says so.</summary>
    /// <param name="source">Where the files come from: folders are watched, any other source is polled.</param>
    /// <param name="options">How it is watched; null for the defaults.</param>
    /// <param name="progress">Told of the progress of the first build, from any thread; null for no reports.</param>
    /// <param name="cancellationToken">Stops the first build.</param>
    /// <returns>The watcher, once the first index is there; dispose of it to end the watching.</returns>
    /// <exception cref="EmbeddingException">The embedding generator broke its contract.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<CodeIndexWatcher> WatchAsync(ISourceProvider source, CodeIndexWatcherOptions? options = null, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return CodeIndexWatcher.StartAsync(new CodeIndexBuilder(_options with { KeepForUpdates = true }), source, options ?? new CodeIndexWatcherOptions(), progress, cancellationToken);
    }

    /// <summary>Keeps an index up to date from here on; its files are compared at once.</summary>
    /// <param name="index">The index, built with <see cref="CodeIndexOptions.KeepForUpdates"/> and the parsers and model of this builder.</param>
    /// <param name="source">Where its files come from: folders are watched, any other source is polled.</param>
    /// <param name="options">How it is watched; null for the defaults.</param>
    /// <returns>The watcher; dispose of it to end the watching.</returns>
    /// <exception cref="ArgumentException">The index was built otherwise or loaded, so that nothing is known of its files.</exception>
    public CodeIndexWatcher Watch(CodeIndex index, ISourceProvider source, CodeIndexWatcherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(source);
        return index.State?.Fits(_options) == true
            ? CodeIndexWatcher.Start(new CodeIndexBuilder(_options with { KeepForUpdates = true }), source, options ?? new CodeIndexWatcherOptions(), index)
            : throw new ArgumentException("Only an index that was built with KeepForUpdates, and with the parsers and model of this builder, can be watched; WatchAsync builds one.", nameof(index));
    }

    private async Task<CodeIndex> LoadWithStateAsync(string path, string? folder, CancellationToken cancellationToken)
    {
        CodeIndex index = await CodeIndex.LoadAsync(path, _options.EmbeddingGenerator, cancellationToken).ConfigureAwait(false);
        return index.With(await BuildStateFile.LoadAsync(path, folder, _options, index.Units.Count, cancellationToken).ConfigureAwait(false));
    }

    // Every stage looks at the token; a caller that cancels need not wait until the last of them has come to it.
    private Task<CodeIndex> RunAsync(ISourceProvider source, CodeIndex? previous, IProgress<IndexProgress>? progress, CancellationToken cancellationToken) =>
        Task.Run(() => MeasureAsync(source, previous, progress, cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    private async Task<CodeIndex> MeasureAsync(ISourceProvider source, CodeIndex? previous, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        using IndexTelemetry.Measurement measured = IndexTelemetry.Build(previous is not null);
        CodeIndex index = await BuildStagesAsync(source, previous, progress, cancellationToken).ConfigureAwait(false);
        measured.Succeed(previous is null ? "built" : ReferenceEquals(index, previous) ? "unchanged" : "updated");
        measured.Set("structindex.units", index.Units.Count);
        return index;
    }

    private async Task<CodeIndex> BuildStagesAsync(ISourceProvider source, CodeIndex? previous, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        BuildState? known = previous?.State is { } state && state.Fits(_options) ? state : null;
        ConcurrentBag<FileFailure> failures = [];
        IReadOnlyList<SourceFile> files = await SourceCollector.CollectAsync(source, failures.Add, Reporter(IndexStage.Reading, 0), known?.Files ?? [], cancellationToken).ConfigureAwait(false);
        Reporter(IndexStage.Reading, files.Count)(files.Count);

        (IReadOnlyList<ParsedFile> parsed, IReadOnlyDictionary<ICodeParser, ParserOutput> outputs) = new ParserSet(_options.Parsers).Parse(files, source.RootDirectory, progress, known?.Outputs, cancellationToken);
        if (known is not null && outputs.Count == known.Outputs.Count && outputs.Values.SequenceEqual(known.Outputs.Values, ReferenceEqualityComparer.Instance)
            && known.HasEdgesOf(_options) && known.Files.Count == files.Count && FileFailure.InOrder(failures).SequenceEqual(known.Failures))
        {
            return previous!;
        }

        HashSet<SourceFile> before = new(known?.Files ?? [], ReferenceEqualityComparer.Instance);
        IndexTelemetry.FilesParsed.Add(files.Count(file => !before.Contains(file)));
        UnitSet units = UnitAssembler.Assemble(parsed, known?.Units, cancellationToken);

        PendingEdges edges = new(units, [.. outputs.Values.Select(output => output.Binder).OfType<IEdgeBinder>()], known?.Resolved);
        if (_options is { BindEdges: true, KeepForUpdates: false })
        {
            // Compilers hold more than any other stage and use every core; what comes after finds released what is not needed again.
            edges.Compile(progress, once: true, cancellationToken);
        }

        // Words need no edges: their index is made meanwhile, and takes a core wherever the rest of the work leaves one free.
        Task<(LexicalIndex Index, LexicalMemory? Kept)> lexical = Task.Run(() => IndexWords(units, known?.Words, cancellationToken), cancellationToken);
        CodeGraph graph = _options.BindEdges ? edges.Bind(progress, cancellationToken) : edges.CreateEmptyGraph();

        KnownRows? rows = known is null || previous!.Contents.Vectors is null ? null : KnownRows.Of(units, known.Units, previous.Contents.Vectors, previous.Contents.RowUnits, known.RowKeys);
        EmbeddedUnits? embedded = _options.EmbeddingGenerator is { } generator
            ? await UnitEmbedder.EmbedAsync(units.Units, Callers, Callees, new TextEmbedding(generator, _options.EmbeddingCache, _options.EmbeddingBatchSize, _options.EmbeddingParallelism), Reporter(IndexStage.Embedding, units.Units.Count), rows, cancellationToken).ConfigureAwait(false)
            : null;
        Reporter(IndexStage.Indexing, units.Units.Count)(0);
        (LexicalIndex Index, LexicalMemory? Kept) words = await lexical.ConfigureAwait(false);
        IndexContents contents = new()
        {
            Units = units.Units,
            Graph = graph,
            Vectors = embedded?.Vectors,
            RowUnits = embedded?.RowUnits ?? [],
            Model = embedded?.Model,
            Lexical = words.Index,
            Failures = FileFailure.InOrder([.. failures, .. parsed.SelectMany(file => file.Failures), .. outputs.Values.SelectMany(output => output.Failures), .. edges.Failures]),
            ReadBesides = [.. outputs.Values.SelectMany(output => output.ReadBesides)],
            Languages = LanguageFacts.Of(parsed),
            SourceLength = files.Sum(file => (long)file.Text.Length),
        };
        BuildState? kept = _options.KeepForUpdates ? new BuildState(_options, files, FileFailure.InOrder(failures), outputs, units, edges.Resolved, words.Kept, embedded?.RowKeys ?? []) : null;
        return new CodeIndex(contents, _options.EmbeddingGenerator, _options.BindEdges ? null : edges, kept);

        IEnumerable<string> Callers(CodeUnit unit) => graph.CallersOf(unit).Select(edge => edge.From.Name);
        IEnumerable<string> Callees(CodeUnit unit) => graph.CalleesOf(unit).Select(edge => edge.To.Name);
        Action<int> Reporter(IndexStage stage, int total) => done => progress?.Report(new IndexProgress(stage, done, total));
    }

    private (LexicalIndex Index, LexicalMemory? Kept) IndexWords(UnitSet units, LexicalMemory? known, CancellationToken cancellationToken)
    {
        if (!_options.KeepForUpdates)
        {
            return (LexicalIndex.Build(units.Units, cancellationToken), null);
        }

        LexicalMemory words = LexicalMemory.Of(units, known, cancellationToken);
        LexicalIndex index = words.ToIndex(cancellationToken);
        return (index, words.Kept(index));
    }
}
