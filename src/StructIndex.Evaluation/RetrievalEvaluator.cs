namespace StructIndex;

/// <summary>Judges how well questions are answered: by an index, by its baselines, or by any other search.</summary>
/// <param name="options">
/// How the index is asked; null for the defaults. A <see cref="SearchOptions.Limit"/> left at its default of 10 becomes 1,000 for a
/// collection of snippets.
/// </param>
public sealed class RetrievalEvaluator(SearchOptions? options = null)
{
    private const string Product = "StructIndex";

    /// <summary>
    /// Asks an index. Each question is asked once as a user would, and once with nothing held back, so that order and refusals can be
    /// judged apart.
    /// </summary>
    /// <param name="index">The index.</param>
    /// <param name="set">The questions.</param>
    /// <param name="progress">Receives each question; null for no reports.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<EvaluationRun> EvaluateAsync(CodeIndex index, EvaluationSet set, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(set);
        SearchOptions asked = OptionsFor(set);
        return AskAsync(Product, (query, token) => AskAsync(index, query, asked, token), set, Paths(set, index), progress, cancellationToken);
    }

    /// <summary>Asks any search.</summary>
    /// <param name="name">Its name in the report.</param>
    /// <param name="search">Answers the text of a question; its paths are those that the questions use.</param>
    /// <param name="set">The questions.</param>
    /// <param name="progress">Receives each question; null for no reports.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Task<EvaluationRun> EvaluateAsync(
        string name, Func<string, CancellationToken, Task<RetrievalAnswer>> search, EvaluationSet set, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(set);
        return AskAsync(name, search, set, paths: null, progress, cancellationToken);
    }

    /// <summary>
    /// Asks the same questions of less: of each retriever of the index alone (BM25F, and cosine where there are vectors), and, where the
    /// set has its source, of chunks of 40 lines without structure, once by BM25 on whole words and once by the same model and search.
    /// </summary>
    /// <param name="index">The index.</param>
    /// <param name="set">The questions.</param>
    /// <param name="progress">Receives each question; null for no reports.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<EvaluationRun>> EvaluateBaselinesAsync(
        CodeIndex index, EvaluationSet set, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(set);
        SearchOptions asked = OptionsFor(set);
        TargetPaths paths = Paths(set, index);
        List<EvaluationRun> runs = [await RunAsync("BM25 alone", Alone(SearchMode.Lexical)).ConfigureAwait(false)];
        if (index.Contents.Vectors is not null && index.Generator is not null)
        {
            runs.Add(await RunAsync("Model alone", Alone(SearchMode.Dense)).ConfigureAwait(false));
        }

        if (set.Source is not null)
        {
            HashSet<string> indexed = [.. index.Units.Select(unit => unit.Path)];
            IReadOnlyList<SourceFile> all = await SourceCollector.CollectAsync(set.Source, _ => { }, _ => { }, [], cancellationToken).ConfigureAwait(false);
            SourceFile[] files = [.. all.Where(file => indexed.Contains(file.Path))];
            CodeIndexOptions chunked = new() { Parsers = [new FixedChunks()], EmbeddingGenerator = index.Generator, BindEdges = false };
            CodeIndex chunks = await new CodeIndexBuilder(chunked).BuildAsync(new MemorySource(files), cancellationToken: cancellationToken).ConfigureAwait(false);
            runs.Add(await RunAsync("40-line chunks, same model and search", async (query, token) =>
                WithoutSymbols(await AskAsync(chunks, query, asked, token).ConfigureAwait(false))).ConfigureAwait(false));
            WholeWords words = new(files);
            runs.Add(await RunAsync("40-line chunks, BM25 on whole words", (query, _) => Task.FromResult(new RetrievalAnswer(words.Search(query, asked.Limit)))).ConfigureAwait(false));
        }

        return runs;

        Func<string, CancellationToken, Task<RetrievalAnswer>> Alone(SearchMode mode) => async (query, token) => new RetrievalAnswer(
            [.. (await index.SearchAsync(query, asked with { Mode = mode, Reranker = null }, token).ConfigureAwait(false)).Hits.Select(RetrievedItem.Of)]);

        Task<EvaluationRun> RunAsync(string name, Func<string, CancellationToken, Task<RetrievalAnswer>> search) =>
            AskAsync(name, search, set, paths, progress, cancellationToken);
    }

    /// <summary>Everything that a report shows: the index, its baselines, and an earlier run to compare with.</summary>
    /// <param name="title">What was indexed, for people to read.</param>
    /// <param name="index">The index.</param>
    /// <param name="set">The questions.</param>
    /// <param name="earlier">A run on the same questions, for example from <see cref="EvaluationRunFile"/>; null for none.</param>
    /// <param name="withBaselines">Whether the baselines are asked too; they take as long as the rest.</param>
    /// <param name="progress">Receives each question; null for no reports.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<EvaluationReport> ReportAsync(
        string title, CodeIndex index, EvaluationSet set, EvaluationRun? earlier = null, bool withBaselines = true, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(title);
        EvaluationRun run = await EvaluateAsync(index, set, progress, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<EvaluationRun> baselines = withBaselines ? await EvaluateBaselinesAsync(index, set, progress, cancellationToken).ConfigureAwait(false) : [];
        string[] unknown = [.. set.Queries.SelectMany(query => query.Targets).Select(target => target.Symbol).OfType<string>().Distinct(StringComparer.Ordinal).Where(symbol => index.Find(symbol).Count == 0)];
        return new EvaluationReport(title, run, baselines, earlier)
        {
            Notes = [.. set.Notes, .. NoteOf(Paths(set, index).Missing, "files"), .. NoteOf(unknown, "symbols")],
        };
    }

    private static IEnumerable<string> NoteOf(IReadOnlyList<string> missing, string kind)
        => missing.Count == 0 ? [] : [$"{missing.Count} of the {kind} that answer are not in the index and count as never found: {string.Join(", ", missing.Take(5))}{(missing.Count > 5 ? ", ..." : "")}."];

    private static TargetPaths Paths(EvaluationSet set, CodeIndex index) => TargetPaths.Of(set, index.Units.Select(unit => unit.Path).Distinct(StringComparer.Ordinal));

    private SearchOptions OptionsFor(EvaluationSet set) => options ?? new SearchOptions { Limit = set.DefaultLimit };

    private static async Task<RetrievalAnswer> AskAsync(CodeIndex index, string query, SearchOptions asked, CancellationToken cancellationToken)
    {
        ParsedQuery parsed = index.Read(query, cancellationToken);
        float[] vector = await index.EmbedAsync(parsed, cancellationToken).ConfigureAwait(false);
        SearchResult shown = await index.SearchAsync(parsed, vector, asked, cancellationToken).ConfigureAwait(false);
        SearchResult found = asked.MinimumRelevance == 0 ? shown : await index.SearchAsync(parsed, vector, asked with { MinimumRelevance = 0 }, cancellationToken).ConfigureAwait(false);
        return new RetrievalAnswer([.. found.Hits.Select(RetrievedItem.Of)], shown.Abstained, shown.Reason) { Relevance = found.Relevance };
    }

    // Only the lines of a chunk say what it holds.
    private static RetrievalAnswer WithoutSymbols(RetrievalAnswer answer) => answer with { Items = [.. answer.Items.Select(item => item with { Symbol = "", Signature = "", Relevance = double.NaN })], Abstained = false, Relevance = double.NaN };

    private static async Task<EvaluationRun> AskAsync(
        string name, Func<string, CancellationToken, Task<RetrievalAnswer>> search, EvaluationSet set, TargetPaths? paths, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        List<QueryEvaluation> judged = new(set.Queries.Count);
        foreach (EvaluationQuery query in set.Queries)
        {
            progress?.Report(new EvaluationProgress(name, judged.Count, set.Queries.Count));
            RetrievalAnswer answer = await search(query.Text, cancellationToken).ConfigureAwait(false);
            judged.Add(QueryEvaluation.Of(query, paths is null ? answer : paths.Name(answer)));
        }

        progress?.Report(new EvaluationProgress(name, judged.Count, set.Queries.Count));
        return new EvaluationRun(name, judged);
    }
}
