namespace StructIndex;

/// <summary>Answers queries from the contents of an index: words, scores, order, relevance, hits. A pure read, from any number of threads.</summary>
/// <param name="contents">The index.</param>
/// <param name="model">Knows words near a word, which widen the lexical query, and how rare a word is; null widens nothing.</param>
/// <param name="part">What is known of the whole where the index is a part of a larger one; null where it is all.</param>
internal sealed class Searcher(IndexContents contents, StaticEmbeddingModel? model = null, PartTraits? part = null)
{
    private readonly Lazy<FileTraits> _traits = new(() => part is null ? new FileTraits(contents) : new FileTraits(contents, part));
    private readonly Lazy<FilterColumns> _columns = new(() => new FilterColumns(contents));
    private readonly Lazy<Spelling> _spelling = new(() => new Spelling(contents.Lexical, model));

    /// <summary>What is known of the files; made when first asked for.</summary>
    public FileTraits Traits => _traits.Value;

    /// <summary>Searches.</summary>
    /// <param name="query">The query.</param>
    /// <param name="vector">The query's vector; empty to search by words alone.</param>
    /// <param name="options">What may be returned.</param>
    /// <param name="files">The files to search; null for all.</param>
    /// <param name="cancellationToken">Stops the work after the stage at work, each of which takes a few milliseconds.</param>
    public SearchResult Search(ParsedQuery query, ReadOnlySpan<float> vector, SearchOptions options, IReadOnlyCollection<int>? files = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        if (query.Pieces.Count == 0)
        {
            return SearchResult.Nothing("The query is empty.");
        }

        if (contents.Units.Count == 0)
        {
            return SearchResult.Nothing("The index is empty.");
        }

        bool[]? allowed = options.Filter is null && files is null ? null : _columns.Value.Allowed(options.Filter ?? new UnitFilter(), files);
        if (allowed is not null && !allowed.Contains(true))
        {
            return SearchResult.Nothing($"The filter allows none of the {contents.Units.Count} units of the index.");
        }

        if (options.Mode == SearchMode.Hybrid && GraphQuestion.Of(query.Text) is { } question && GraphAnswer.Of(contents.Graph, question, allowed, options) is { } answer)
        {
            return answer;
        }

        SearchResult result = options.Mode == SearchMode.Hybrid ? Answer(query, vector, options, allowed, cancellationToken) : OfOneRetriever(query, vector, options, allowed);
        return result with { Readings = query.Readings };
    }

    /// <summary>The units nearest to a vector; see <see cref="CodeIndex.Nearest"/>.</summary>
    public SearchHit[] Nearest(ReadOnlySpan<float> vector, int limit, UnitFilter? filter)
    {
        VectorStore vectors = contents.Vectors ?? throw new InvalidOperationException("The index has no vectors.");
        bool[]? allowed = filter is null ? null : _columns.Value.Allowed(filter);
        float[] rows = new float[vectors.Count], units = new float[contents.Units.Count];
        vectors.Score(vector, rows);
        contents.RowRuns.MaxPerUnit(rows, units);
        IEnumerable<int> nearest = Enumerable.Range(0, units.Length).Where(unit => allowed?[unit] is not false).OrderByDescending(unit => units[unit]).ThenBy(unit => unit).Take(limit);
        return [.. nearest.Select((unit, at) => new SearchHit { Unit = contents.Units[unit], Rank = at + 1, Score = units[unit], Relevance = double.NaN })];
    }

    /// <summary>
    /// Makes what the first query of an index needs, on other threads: a caller that cancels does not wait for it, and the next query finds it made.
    /// </summary>
    public Task PrepareAsync(CancellationToken cancellationToken) => _traits.IsValueCreated ? Task.CompletedTask
        : Task.WhenAll(Task.Run(() => _traits.Value, cancellationToken), Task.Run(() => model?.PrepareNearestWords(), cancellationToken)).WaitAsync(cancellationToken);

    /// <summary>Reads a query, and words of it that the index does not hold as others that it does.</summary>
    public ParsedQuery Read(string query, CancellationToken cancellationToken = default)
    {
        ParsedQuery parsed = ParsedQuery.Parse(query);
        cancellationToken.ThrowIfCancellationRequested();
        return parsed.ReadAs(_spelling.Value.Read(parsed));
    }

    private SearchResult Answer(ParsedQuery query, ReadOnlySpan<float> vector, SearchOptions options, bool[]? allowed, CancellationToken cancellationToken)
    {
        using QueryContext context = QueryContext.Gather(contents, _traits.Value, query, vector, allowed, model);
        cancellationToken.ThrowIfCancellationRequested();
        if (!context.Scores.HasAny)
        {
            return NothingFound(allowed);
        }

        RankedFiles ranking = RankedFiles.Of(context);
        cancellationToken.ThrowIfCancellationRequested();
        AnswerabilityFeatures features = AnswerabilityFeatures.Of(context, ranking);
        double answerable = RelevanceModel.Answerable(features), enough = contents.MinimumRelevance ?? RelevanceThresholds.Weak(features.HasDense);
        double? set = options.MinimumRelevance ?? contents.MinimumRelevance;
        double least = set ?? RelevanceThresholds.Refused(features.Kind, features.Words, features.HasDense);
        bool isRefused = set is null ? RelevanceModel.IsHopeless(features.Kind, features.NamesSymbol, answerable, least) : answerable < least;
        SearchHit[] hits = isRefused ? [] : SearchHits.Of(context, ranking, answerable, features, options);
        SearchOutcome outcome = hits.Length == 0 ? SearchOutcome.Nothing : answerable < enough ? SearchOutcome.Weak : SearchOutcome.Answered;
        string? reason = hits.Length == 0 && !isRefused
            ? AbstentionReason.OfHits(options.MinimumHitRelevance)
            : outcome == SearchOutcome.Answered ? null : AbstentionReason.Of(features, answerable, isRefused ? least : options.MinimumRelevance ?? enough);
        return new SearchResult(hits, outcome, reason) { Relevance = answerable, Features = features };
    }

    private SearchResult OfOneRetriever(ParsedQuery query, ReadOnlySpan<float> vector, SearchOptions options, bool[]? allowed)
    {
        bool isDense = options.Mode == SearchMode.Dense;
        LexicalQuery words = LexicalQuery.Of(query, contents.Lexical, neighbours: null);
        using RetrievalScores scores = RetrievalScores.Gather(contents, words, isDense ? vector : [], allowed);
        if (isDense && !scores.HasDense)
        {
            return SearchResult.Nothing(contents.Vectors is null ? "The index has no vectors." : "The query has no vector.");
        }

        SearchHit[] hits = SearchHits.Of(contents, scores, options);
        return hits.Length == 0 ? NothingFound(allowed) : new SearchResult(hits) { Relevance = double.NaN };
    }

    private static SearchResult NothingFound(bool[]? allowed) =>
        SearchResult.Nothing(allowed is null ? "No unit holds a word of the query." : "No unit that the filter allows holds a word of the query.");
}
