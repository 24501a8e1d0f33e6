using Microsoft.Extensions.AI;

namespace StructIndex;

/// <summary>A code base that can be asked questions. Immutable, and safe to share between threads.</summary>
public sealed class CodeIndex
{
    private readonly IndexContents _contents;
    private readonly IEmbeddingGenerator<string, Embedding<float>>? _generator;
    private readonly StaticEmbeddingGenerator? _static;
    private readonly PendingEdges? _pending;
    private readonly Searcher _searcher;
    private readonly Lazy<EnrichedTexts> _texts;

    internal CodeIndex(IndexContents contents, IEmbeddingGenerator<string, Embedding<float>>? generator, PendingEdges? pending = null, BuildState? state = null, PartTraits? part = null)
    {
        _contents = contents;
        _generator = contents.Vectors is null ? null : generator;
        _static = GeneratorIdentity.AsStatic(_generator);
        _pending = pending;
        State = state;
        _searcher = new Searcher(contents, _static?.Model, part);
        _texts = new Lazy<EnrichedTexts>(() => EnrichedTexts.Of(contents.Graph, CancellationToken.None));
    }

    /// <summary>The units, ordered by path, then by line.</summary>
    public IReadOnlyList<CodeUnit> Units => _contents.Units;

    /// <summary>How the units depend on each other. Empty in an index built without edges; see <see cref="WithEdgesAsync"/>.</summary>
    public CodeGraph Graph => _contents.Graph;

    /// <summary>Files that could not be read or parsed, or only in part; ordered by path.</summary>
    public IReadOnlyList<FileFailure> Failures => _contents.Failures;

    /// <summary>
    /// What was read besides the sources to find their edges, and from outside the root: frameworks and packages with their versions, and files
    /// above the root relative to it. Where another machine has others, some edges differ.
    /// </summary>
    public IReadOnlyList<string> ReadBesides => _contents.ReadBesides;

    /// <summary>Components of the vectors of units.</summary>
    /// <value>1 or more; 0 for an index without vectors. The model of the package gives 320.</value>
    public int VectorDimensions => _contents.Vectors?.Dimensions ?? 0;

    /// <summary>
    /// Embeds queries into the space of <see cref="VectorOf"/>: the model's own side for queries where it has one, with the prefix that a model of the hub wants.
    /// </summary>
    /// <value>Null for an index without vectors, or loaded without its model.</value>
    public IEmbeddingGenerator<string, Embedding<float>>? QueryGenerator => _generator is null ? null : UnitEmbedder.ForQueries(_generator);

    /// <summary>What the index holds, for baselines that read less of it.</summary>
    internal IndexContents Contents => _contents;

    /// <summary>What the ranker knows of the files.</summary>
    internal FileTraits Traits => _searcher.Traits;

    /// <summary>What the build knew beside the index; null where it was not to be kept.</summary>
    internal BuildState? State { get; }

    /// <summary>What embeds queries; null for an index without vectors.</summary>
    internal IEmbeddingGenerator<string, Embedding<float>>? Generator => _generator;

    /// <summary>Finds the units that answer a question, or that a symbol names.</summary>
    /// <param name="query">
    /// Words, a symbol such as <c>Type.Member</c>, a path, a piece of code, a stack trace, or a long text such as an issue, whose first line is the question.
    /// The first 32,768 characters are read, and of their different words the 64 that say the most, of symbols and files the first 64.
    /// </param>
    /// <param name="options">What may be returned; null for the defaults: ten hits, no filter.</param>
    /// <param name="cancellationToken">Stops the work: it is looked at between all stages of a search (<c>cancellation</c> of the benchmarks measures it).</param>
    /// <returns>The hits, best first: the best unit of each file; further units of a file come before much weaker files, and where room is left. No hits, with the reason, where nothing fits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="EmbeddingException">The embedding generator broke its contract.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<SearchResult> SearchAsync(string query, SearchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        options ??= new SearchOptions();
        using IndexTelemetry.Measurement measured = IndexTelemetry.Query();
        if (options.Mode == SearchMode.Hybrid)
        {
            await _searcher.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }

        ParsedQuery parsed = Read(query, cancellationToken);
        float[] vector = options.Mode == SearchMode.Lexical ? [] : await EmbedAsync(parsed, cancellationToken).ConfigureAwait(false);
        SearchResult found = await SearchAsync(parsed, vector, options, cancellationToken).ConfigureAwait(false);
        measured.Succeed(found.Outcome.ToString().ToLowerInvariant());
        measured.Set("structindex.hits", found.Hits.Count);
        return found;
    }

    /// <summary>Whether a query names a symbol and asks who stands in a relation to it ("what calls Store.Save?"), which edges answer: an index without them answers by words.</summary>
    /// <param name="query">The query, as for <see cref="SearchAsync(string, SearchOptions?, CancellationToken)"/>.</param>
    public static bool IsAboutEdges(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return GraphQuestion.Of(query) is not null;
    }

    /// <summary>Reads a query once, for who asks the same with several options; words that the index does not hold are read as others that it does.</summary>
    internal ParsedQuery Read(string query, CancellationToken cancellationToken) => _searcher.Read(query, cancellationToken);

    /// <summary>Searches with a query's vector at hand (<see cref="EmbedAsync"/>).</summary>
    internal async Task<SearchResult> SearchAsync(ParsedQuery query, float[] vector, SearchOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (options.Reranker is null)
        {
            return _searcher.Search(query, vector, options, null, cancellationToken);
        }

        SearchResult found = _searcher.Search(query, vector, options with { Limit = Math.Max(options.Limit, options.RerankDepth) }, null, cancellationToken);
        return await RerankedHits.OrderAsync(query.Text, found, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Searches and puts the best of what is found into a text for a prompt; see <see cref="BuildContext"/>.</summary>
    /// <param name="query">The question.</param>
    /// <param name="tokenBudget">Most tokens of the text, 1 or more.</param>
    /// <param name="options">How tokens are counted and what is searched; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work: it is looked at between all stages of a search (<c>cancellation</c> of the benchmarks measures it).</param>
    /// <returns>The pack; without pieces, with the reason, where the search says nothing or the budget holds no signature.</returns>
    /// <exception cref="EmbeddingException">The embedding generator broke its contract.</exception>
    public async Task<ContextPack> BuildContextAsync(string query, int tokenBudget, ContextOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(tokenBudget, 1);
        options ??= new ContextOptions();
        cancellationToken.ThrowIfCancellationRequested();
        await _searcher.PrepareAsync(cancellationToken).ConfigureAwait(false);
        ParsedQuery parsed = Read(query, cancellationToken);
        float[] vector = await EmbedAsync(parsed, cancellationToken).ConfigureAwait(false);
        (IReadOnlyList<SearchHit> hits, string? reason) = FindForContext(parsed, vector, tokenBudget, options, cancellationToken);
        return ContextBuilder.Build(ContextCandidates.Of(hits, _contents), tokenBudget, options.Count, reason);
    }

    /// <summary>The hits that a context pack is made of: the best files, each with further units, and why there are none.</summary>
    internal (IReadOnlyList<SearchHit> Hits, string? Reason) FindForContext(ParsedQuery parsed, float[] vector, int tokenBudget, ContextOptions options, CancellationToken cancellationToken)
    {
        SearchResult found = _searcher.Search(parsed, vector, ContextQuery.First(tokenBudget, options), null, cancellationToken);
        int[] files = [.. found.Hits.Select(hit => _contents.FileOf(Graph.IndexOf(hit.Unit))).Distinct().Take(ContextGains.DeepFiles)];
        SearchResult deeper = files.Length == 0 ? found : _searcher.Search(parsed, vector, ContextQuery.InBestFiles(files.Length, options.Filter), files, cancellationToken);
        return (ContextQuery.Join(found.Hits, deeper.Hits), found.Reason);
    }

    /// <summary>
    /// Puts hits into a text for a prompt: the first whole where it fits, then as much of each as is worth its tokens: whole units, or signatures with documentation where the whole
    /// does not fit, and the signatures of callers and callees. Units that lie in one another share a piece. The same input gives the same text.
    /// </summary>
    /// <param name="hits">Hits of this index, best first.</param>
    /// <param name="tokenBudget">Most tokens of the text, 1 or more.</param>
    /// <param name="options">How tokens are counted; null for the defaults.</param>
    /// <exception cref="ArgumentException">A hit is not of this index.</exception>
    public ContextPack BuildContext(IReadOnlyList<SearchHit> hits, int tokenBudget, ContextOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentOutOfRangeException.ThrowIfLessThan(tokenBudget, 1);
        return ContextBuilder.Build(ContextCandidates.Of(hits, _contents), tokenBudget, (options ?? new ContextOptions()).Count, hits.Count == 0 ? "There are no hits." : null);
    }

    /// <summary>Finds units by name.</summary>
    /// <param name="symbol">A name, a qualified name or the end of one (<c>Store.Save</c>, <c>foo::bar</c>), or an id.</param>
    /// <returns>The units, exact matches of case first; empty when nothing bears the name.</returns>
    public IReadOnlyList<CodeUnit> Find(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return Graph.Find(symbol);
    }

    /// <summary>
    /// The vector of a unit, to keep in a store of your own. The dot product with a vector of length 1, such as <see cref="QueryGenerator"/>'s by the model of the
    /// package, is the cosine. Searches of this index compare each piece of a long unit (<see cref="CodeUnit.Pieces"/>); here its pieces are averaged.
    /// </summary>
    /// <param name="unit">A unit of this index.</param>
    /// <returns>
    /// A copy of <see cref="VectorDimensions"/> components, of length 1, or all zeros where the model knows no word of the unit; empty for an index without
    /// vectors. By the model of the package components are rounded to 1/127 of the largest.
    /// </returns>
    /// <exception cref="ArgumentException">The unit is not of this index.</exception>
    public ReadOnlyMemory<float> VectorOf(CodeUnit unit) => _contents.VectorOf(Graph.IndexOf(unit));

    /// <summary>
    /// The units whose vectors are nearest to a vector, by the cosine alone: those like a unit (<c>index.Nearest(index.VectorOf(unit).Span)</c>),
    /// or what a vector made elsewhere asks for. For a question use <see cref="SearchAsync(string, SearchOptions?, CancellationToken)"/>, which finds more.
    /// </summary>
    /// <param name="vector"><see cref="VectorDimensions"/> components, of any length.</param>
    /// <param name="limit">Most hits, 1 or more.</param>
    /// <param name="filter">Which units may be hits; null for all.</param>
    /// <returns>The hits, nearest first; <see cref="SearchHit.Score"/> is the cosine with the nearest piece of the unit, -1 to 1.</returns>
    /// <exception cref="ArgumentException">The vector has other dimensions or a component that is not finite.</exception>
    /// <exception cref="InvalidOperationException">The index has no vectors.</exception>
    public IReadOnlyList<SearchHit> Nearest(ReadOnlySpan<float> vector, int limit = 10, UnitFilter? filter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return _searcher.Nearest(vector, limit, filter);
    }

    /// <summary>
    /// The text of a unit for an embedding model: labelled facts (name, container, path, signature, documentation, the most informative callers and callees), then code,
    /// about 512 tokens in all; see <see cref="EnrichmentTemplate"/>. It is what models other than that of the package, which reads fields, have embedded, but that
    /// they get each piece of a long unit, and no callers where edges were found later (<see cref="WithEdgesAsync"/>). The first call looks at all edges.
    /// </summary>
    /// <param name="unit">A unit of this index.</param>
    /// <exception cref="ArgumentException">The unit is not of this index.</exception>
    public string TextOf(CodeUnit unit) => _texts.Value.Of(Graph.IndexOf(unit));

    /// <summary>Finds the edges that a build with <see cref="CodeIndexOptions.BindEdges"/> false left out.</summary>
    /// <param name="progress">Told of the progress, from any thread; null to report none.</param>
    /// <param name="cancellationToken">Stops the work within 200 ms.</param>
    /// <returns>An index with edges; this one when it has them already. This one is unchanged.</returns>
    public Task<CodeIndex> WithEdgesAsync(IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default) => _pending is null
        ? Task.FromResult(this)
        : Task.Run(() => new CodeIndex(_contents.With(_pending.Bind(progress, cancellationToken), _pending.Failures), _generator, null, State is null ? null : State with { Resolved = _pending.Resolved }), cancellationToken).WaitAsync(cancellationToken);

    /// <summary>Where a search abstains that does not say so itself: where <see cref="SearchResult.Relevance"/> is lower.</summary>
    /// <value>0 to 1; null, the default, where no calibration was made (<see cref="WithMinimumRelevance"/>): then <see cref="SearchOptions.MinimumRelevance"/> says where.</value>
    public double? MinimumRelevance => _contents.MinimumRelevance;

    /// <summary>An index that abstains elsewhere. Saving keeps the threshold; this index is unchanged.</summary>
    /// <param name="minimumRelevance">0 (never) to 1; null takes the default for all code again. RelevanceCalibrator finds it from questions of your own.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimumRelevance"/> is no number from 0 to 1.</exception>
    public CodeIndex WithMinimumRelevance(double? minimumRelevance) => minimumRelevance is null or (>= 0 and <= 1)
        ? new CodeIndex(_contents.With(minimumRelevance), _generator, _pending, State)
        : throw new ArgumentOutOfRangeException(nameof(minimumRelevance), minimumRelevance, "A relevance lies between 0 and 1.");

    /// <summary>Saves the index to one file. Equal indexes give equal bytes; a failed or cancelled save leaves what was there before.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidOperationException">
    /// The vectors are of a generator that names no model (<c>EmbeddingGeneratorMetadata.DefaultModelId</c>): nothing could tell later which it was.
    /// </exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default) => _contents.Model is not { Id: "" }
        ? IndexSnapshot.SaveAsync(_contents, path, cancellationToken)
        : throw new InvalidOperationException(
            $"The index was built with {_generator?.GetType()}, which names no model, so it could not be told from an index of another when it is loaded. GetService(typeof(EmbeddingGeneratorMetadata)) must give a DefaultModelId.");

    /// <summary>Whether a file begins as an index does that <see cref="SaveAsync"/> wrote; only loading tells whether the rest is whole.</summary>
    /// <param name="path">The file; false where there is nothing but an empty file, a pipe or a device, none of which is opened.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static bool IsSavedIndex(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return IndexSnapshot.IsSaved(path);
    }

    /// <summary>Loads an index.</summary>
    /// <param name="path">The file.</param>
    /// <param name="generator">Embeds queries: the model the index was built with; null when it was built without one, or to search by words alone.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException"><paramref name="generator"/> names no model, or stands before the model of the package.</exception>
    /// <exception cref="IndexFormatException">The file is damaged, cut short, of another version, or made with another model.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<CodeIndex> LoadAsync(string path, IEmbeddingGenerator<string, Embedding<float>>? generator = null, CancellationToken cancellationToken = default)
    {
        if (generator is not null && GeneratorIdentity.AsStatic(generator) is null)
        {
            GeneratorIdentity.RequireModel(generator, "A saved index", nameof(generator));
        }

        // The static model is known by a hash of all of it, which is made while the file is read.
        Task<ModelIdentity?> model = Task.Run(() => generator is null ? null : GeneratorIdentity.Of(generator), cancellationToken);
        IndexContents contents = await IndexSnapshot.LoadAsync(path, null, cancellationToken).ConfigureAwait(false);
        IndexSnapshot.CheckModel(contents, await model.ConfigureAwait(false), path);
        return new CodeIndex(contents, generator);
    }

    /// <summary>
    /// Says cheaply whether a saved index is still that of its folder: by paths and times of writing, without opening a file. What the index gives is as it was made either way.
    /// </summary>
    /// <param name="folder">The folder, taken with the options that the index was built with.</param>
    /// <param name="made">When the index was made (UTC), such as the time its file was written.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <returns>
    /// Files of the index that were written later or are gone, and files that are new since and would be read. All three are empty for an index that is not stale; a file that was moved
    /// in with an older time is not noticed.
    /// </returns>
    public Task<CodeIndexChange> FindChangesAsync(DirectorySource folder, DateTime made, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return Task.Run(() => Staleness.Of(_contents, folder, made, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Joins indexes, built or loaded, into one that is searched as a whole, with the statistics of the whole; nothing is parsed or embedded again, so vectors, and files that are called after their folder, know nothing of the names. There are no edges from
    /// one of them to another: those are found where folders are indexed together (<see cref="DirectoriesSource"/>).
    /// </summary>
    /// <param name="indexes">
    /// The indexes, each with a name that the paths of its files will begin with (<c>api/src/a.cs</c>); one of the same name as another gets <c>-2</c>, <c>-3</c> and so on. All with
    /// vectors of the same model, or all without.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A new index; those given are unchanged. It has no <see cref="MinimumRelevance"/> of its own.</returns>
    /// <exception cref="ArgumentException">There is no index, a name is empty or has a slash, or vectors are of different models.</exception>
    public static Task<CodeIndex> MergeAsync(IEnumerable<(string Name, CodeIndex Index)> indexes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(indexes);
        (string Name, CodeIndex Index)[] parts = [.. indexes];
        if (parts.Length == 0 || Array.Exists(parts, part => part.Name.AsSpan().Trim().IsEmpty || part.Name.AsSpan().ContainsAny('/', '\\')))
        {
            throw new ArgumentException("There must be an index, and each needs a name without slashes.", nameof(indexes));
        }

        IEmbeddingGenerator<string, Embedding<float>>? generator = parts.Select(part => part.Index._generator).FirstOrDefault(generator => generator is not null);
        (string, IndexContents)[] named = [.. UniqueNames.Of(parts.Select(part => part.Name)).Zip(parts.Select(part => part.Index._contents))];
        return Task.Run(() => new CodeIndex(IndexMerge.Of(named, cancellationToken), generator), cancellationToken);
    }

    /// <summary>The same index with what a build knew beside it.</summary>
    internal CodeIndex With(BuildState? state) => new(_contents, _generator, _pending, state);

    /// <summary>The vector of a query; empty for an index without vectors or units.</summary>
    internal async ValueTask<float[]> EmbedAsync(ParsedQuery query, CancellationToken cancellationToken)
    {
        if (_contents.Vectors is null or { Count: 0 } || _generator is null)
        {
            return [];
        }

        if (_static is not null)
        {
            float[] vector = new float[_static.Model.Dimensions];
            _static.EmbedQuery(query.Essence, vector);
            return vector;
        }

        return await UnitEmbedder.EmbedQueryAsync(query.Essence, _generator, _contents.Vectors.Dimensions, cancellationToken).ConfigureAwait(false);
    }
}
