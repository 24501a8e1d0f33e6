using Microsoft.Extensions.AI;
using Npgsql;

namespace StructIndex;

/// <summary>
/// A branch of a code base in a database, asked as a <see cref="CodeIndex"/> is: by the same ranker, with the same relevance and abstention. Safe to share between threads.
/// It keeps the words of the branch in memory (some 30 bytes a word) and reads them again after a push.
/// </summary>
/// <remarks>
/// A search reads, in one round trip, the files of the best units by words and by vectors and those that bear what the query names, and ranks them here by the statistics of the
/// whole branch. Questions that name a symbol take a second round trip for the graph. <c>benchmarks/reports/postgres.md</c> compares the answers with those of the index in memory.
/// </remarks>
public sealed class PostgresCodeIndex
{
    // A push may come between what is known of a branch and a question; one after another does not.
    private const int MaxReloads = 8;

    // More than those whose neighbours a pack shows: empty units among them are passed over.
    private const int WithNeighbours = 2 * ContextGains.HitsWithNeighbours;

    private readonly PostgresConnector _connector;
    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly StaticEmbeddingModel? _model;
    private readonly string _repository;
    private readonly string _branch;
    private PostgresBranch _state = null!;

    private PostgresCodeIndex(PostgresConnector connector, IEmbeddingGenerator<string, Embedding<float>> generator, string repository, string branch)
    {
        (_connector, _generator, _repository, _branch) = (connector, generator, repository, branch);
        _model = GeneratorIdentity.AsStatic(generator)?.Model;
    }

    /// <summary>Number of units of the branch when it was last read.</summary>
    public int UnitCount => _state.Whole.Units.Count;

    /// <summary>Number of files of the branch when it was last read.</summary>
    public int FileCount => _state.Whole.Traits.Files.Count;

    /// <summary>Finds the units that answer a question, or that a symbol names; see <see cref="CodeIndex.SearchAsync(string, SearchOptions?, CancellationToken)"/>.</summary>
    /// <param name="query">The question.</param>
    /// <param name="options">
    /// What may be returned; null for the defaults. <see cref="UnitFilter.Where"/> is asked about the best units that fit the rest of the filter, not about all.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The hits, best first. No hits, with the reason, where nothing fits.</returns>
    /// <exception cref="StructIndexException">The branch is gone, or is of a version of the package that this one does not read.</exception>
    /// <exception cref="EmbeddingException">The embedding generator broke its contract.</exception>
    /// <exception cref="PostgresException">The server refuses.</exception>
    public async Task<SearchResult> SearchAsync(string query, SearchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        options ??= new SearchOptions();
        options.Validate();
        return await AskAsync(
            async branch =>
            {
                ParsedQuery parsed = branch.Read(query);
                if (parsed.Pieces.Count == 0)
                {
                    return SearchResult.Nothing("The query is empty.");
                }

                (CodeIndex? part, float[] vector) = await FindAsync(branch, parsed, options, cancellationToken).ConfigureAwait(false);
                return part is null ? null
                    : part.Units.Count == 0 ? SearchResult.Nothing("No unit holds a word of the query.")
                    : await part.SearchAsync(parsed, vector, options, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Searches and puts the best of what is found into a text for a prompt; see <see cref="CodeIndex.BuildContextAsync"/>.</summary>
    /// <param name="query">The question.</param>
    /// <param name="tokenBudget">Most tokens of the text, 1 or more.</param>
    /// <param name="options">How tokens are counted and what is searched; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The pack; without pieces, with the reason, where the search says nothing or the budget holds no signature.</returns>
    /// <exception cref="StructIndexException">The branch is gone, or is of a version of the package that this one does not read.</exception>
    /// <exception cref="EmbeddingException">The embedding generator broke its contract.</exception>
    /// <exception cref="PostgresException">The server refuses.</exception>
    public async Task<ContextPack> BuildContextAsync(string query, int tokenBudget, ContextOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(tokenBudget, 1);
        options ??= new ContextOptions();
        return await AskAsync(
            async branch =>
            {
                ParsedQuery parsed = branch.Read(query);
                (CodeIndex? part, float[] vector) = await FindAsync(branch, parsed, ContextQuery.First(tokenBudget, options), cancellationToken).ConfigureAwait(false);
                if (part is null)
                {
                    return null;
                }

                (IReadOnlyList<SearchHit> hits, string? reason) = part.FindForContext(parsed, vector, tokenBudget, options, cancellationToken);
                if (hits.Count == 0)
                {
                    return ContextBuilder.Build([], tokenBudget, options.Count, reason);
                }

                // The pack shows callers and callees of the first hits, which are in other files.
                string[] keys = [.. hits.Take(WithNeighbours).Select(hit => CodeIndexRecordExtensions.KeyOf(hit.Unit.Id, ""))];
                string[] paths = await PathsAroundAsync(branch, ([], keys), 1, bothWays: true, cancellationToken).ConfigureAwait(false);
                CodeIndex? around = await ReadAsync(branch, null, [.. paths.Union(hits.Select(hit => hit.Unit.Path), StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
                return around is null ? null : ContextBuilder.Build(
                    ContextCandidates.Of([.. hits.Select(hit => hit with { Unit = around.Find(hit.Unit.Id)[0] })], around.Contents), tokenBudget, options.Count, reason);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds units by name; see <see cref="CodeIndex.Find"/>.</summary>
    /// <param name="symbol">A name, a qualified name or the end of one, or an id.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The units; empty when nothing bears the name.</returns>
    /// <exception cref="StructIndexException">The branch is gone, or is of a version of the package that this one does not read.</exception>
    /// <exception cref="PostgresException">The server refuses.</exception>
    public Task<IReadOnlyList<CodeUnit>> FindAsync(string symbol, CancellationToken cancellationToken = default) =>
        AskGraphAsync([symbol], 0, bothWays: true, (_, units) => units, cancellationToken);

    /// <summary>The units whose code calls what bears a name, or makes an object of it; see <see cref="CodeGraph.CallersOf"/>.</summary>
    /// <param name="symbol">A name, a qualified name or the end of one, or an id.</param>
    /// <param name="throughDispatch">Whether calls of the members that it overrides or implements count too.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The edges; empty when nothing bears the name.</returns>
    /// <exception cref="StructIndexException">The branch is gone, or is of a version of the package that this one does not read.</exception>
    /// <exception cref="PostgresException">The server refuses.</exception>
    public Task<IReadOnlyList<CodeEdge>> CallersOfAsync(string symbol, bool throughDispatch = false, CancellationToken cancellationToken = default) =>
        AskGraphAsync<IReadOnlyList<CodeEdge>>([symbol], 1, bothWays: true, (graph, units) => [.. units.SelectMany(unit => graph.CallersOf(unit, throughDispatch))], cancellationToken);

    /// <summary>What the code of what bears a name calls, and what it makes objects of; see <see cref="CodeGraph.CalleesOf"/>.</summary>
    /// <param name="symbol">A name, a qualified name or the end of one, or an id.</param>
    /// <param name="throughDispatch">Whether the members that override or implement what is called count too.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The edges; empty when nothing bears the name.</returns>
    /// <exception cref="StructIndexException">The branch is gone, or is of a version of the package that this one does not read.</exception>
    /// <exception cref="PostgresException">The server refuses.</exception>
    public Task<IReadOnlyList<CodeEdge>> CalleesOfAsync(string symbol, bool throughDispatch = false, CancellationToken cancellationToken = default) =>
        AskGraphAsync<IReadOnlyList<CodeEdge>>([symbol], 1, bothWays: true, (graph, units) => [.. units.SelectMany(unit => graph.CalleesOf(unit, throughDispatch))], cancellationToken);

    /// <summary>What a change of units reaches; see <see cref="CodeGraph.Impact"/>.</summary>
    /// <param name="symbols">The changed units: names, qualified names or the ends of them, or ids.</param>
    /// <param name="depth">How many uses to follow, 1 or more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The tests to run, and all users; of nothing where nothing bears the names.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is below 1.</exception>
    /// <exception cref="StructIndexException">The branch is gone, or is of a version of the package that this one does not read.</exception>
    /// <exception cref="PostgresException">The server refuses.</exception>
    public Task<ChangeImpact> ImpactAsync(IReadOnlyCollection<string> symbols, int depth, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        return AskGraphAsync(symbols, depth, bothWays: false, (graph, units) => graph.Impact(units, depth), cancellationToken);
    }

    /// <summary>Opens a branch.</summary>
    internal static async Task<PostgresCodeIndex> OpenAsync(
        PostgresConnector connector, IEmbeddingGenerator<string, Embedding<float>> generator, string repository, string branch, CancellationToken cancellationToken)
    {
        PostgresCodeIndex index = new(connector, generator, repository, branch);
        await index.ReloadAsync(cancellationToken).ConfigureAwait(false);
        return index;
    }

    private async Task ReloadAsync(CancellationToken cancellationToken) =>
        _state = await PostgresBranch.ReadAsync(_connector, _generator, _repository, _branch, cancellationToken).ConfigureAwait(false);

    // What is asked gives null where the branch is no longer as it was known.
    private async Task<T> AskAsync<T>(Func<PostgresBranch, Task<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        for (int reloads = 0; reloads < MaxReloads; reloads++)
        {
            if (await ask(_state).ConfigureAwait(false) is { } answer)
            {
                return answer;
            }

            await ReloadAsync(cancellationToken).ConfigureAwait(false);
        }

        throw new StructIndexException($"The branch {_branch} of {_repository} is pushed again and again: it changed {MaxReloads} times during one question.");
    }

    private Task<T> AskGraphAsync<T>(IReadOnlyCollection<string> symbols, int depth, bool bothWays, Func<CodeGraph, IReadOnlyList<CodeUnit>, T> answer, CancellationToken cancellationToken)
        where T : class => AskAsync(
            async branch => await AroundAsync(branch, NamedBy(symbols), depth, bothWays, cancellationToken).ConfigureAwait(false) is { } around
                ? answer(around.Graph, [.. symbols.SelectMany(around.Find).Distinct()])
                : null,
            cancellationToken);

    private static (string[] Names, string[] Keys) NamedBy(IEnumerable<string> symbols) => (
        [.. symbols.SelectMany(SymbolIndex.NamesOf).Select(NameColumn.Of).Distinct(StringComparer.Ordinal)],
        [.. symbols.Select(symbol => CodeIndexRecordExtensions.KeyOf(symbol, ""))]);

    // The files around some units, with the edges between them.
    private async Task<CodeIndex?> AroundAsync(PostgresBranch branch, (string[] Names, string[] Keys) units, int depth, bool bothWays, CancellationToken cancellationToken)
    {
        string[] paths = await PathsAroundAsync(branch, units, depth, bothWays, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(branch, null, paths, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string[]> PathsAroundAsync(PostgresBranch branch, (string[] Names, string[] Keys) units, int depth, bool bothWays, CancellationToken cancellationToken)
    {
        List<string> paths = [];
        await _connector.ReadAsync([PostgresGraph.Around(branch.Key, units, depth, bothWays)], (_, reader) => paths.Add(reader.GetString(0)), cancellationToken).ConfigureAwait(false);
        return [.. paths];
    }

    // The part of the branch that a search for a query looks at, and the query's vector.
    private async Task<(CodeIndex? Part, float[] Vector)> FindAsync(PostgresBranch branch, ParsedQuery parsed, SearchOptions options, CancellationToken cancellationToken)
    {
        ModelIdentity? model = branch.Whole.Model;
        float[] vector = model is null || options.Mode == SearchMode.Lexical ? []
            : await UnitEmbedder.EmbedQueryAsync(parsed.Essence, _generator, model.Dimensions, cancellationToken).ConfigureAwait(false);
        LexicalQuery words = LexicalQuery.Of(parsed, branch.Whole.Vocabulary, _model is null || options.Mode != SearchMode.Hybrid ? null : _model.NearestWords).WithoutStopWords();
        string[]? allowed = options.Filter is { PathGlobs.Count: > 0 } filter ? await AllowedPathsAsync(branch, filter, cancellationToken).ConfigureAwait(false) : null;
        string[] around = [];
        if (GraphQuestion.Of(parsed.Text) is { } question)
        {
            around = await PathsAroundAsync(branch, NamedBy([question.Symbol]), 1, bothWays: true, cancellationToken).ConfigureAwait(false);
        }
        else if (parsed.Kind == QueryKind.Symbol)
        {
            around = await PathsAroundAsync(branch, ([.. Definitions.NamesIn(parsed).Select(NameColumn.Of).Distinct(StringComparer.Ordinal)], []), 1, bothWays: true, cancellationToken).ConfigureAwait(false);
        }

        return (await ReadAsync(branch, new PostgresQuery(parsed, words, vector, options, allowed), around, cancellationToken).ConfigureAwait(false), vector);
    }

    // Null where the branch is no longer as it was known.
    private async Task<CodeIndex?> ReadAsync(PostgresBranch branch, PostgresQuery? query, string[] paths, CancellationToken cancellationToken)
    {
        Dictionary<string, int> asked = query is null ? [] : Excerpt.TermsOf(query.Parsed, branch.Whole.Vocabulary, _model);
        NpgsqlBatchCommand[] commands = [PostgresCandidates.Find(branch.Key, query, branch.Whole, paths), .. paths.Length > 0 ? PostgresGraph.Edges(branch.Key, paths) : []];
        List<ExcerptFile> files = [];
        List<PostgresEdge> edges = [];
        Dictionary<string, int> users = new(StringComparer.Ordinal);
        long? version = null;
        await _connector.ReadAsync(commands, Take, cancellationToken).ConfigureAwait(false);
        if (version != branch.Version)
        {
            return null;
        }

        Excerpt part = Excerpt.Of(files, branch.Whole, paths.Length == 0 ? null : units => PostgresGraph.Make(units, edges, users));
        return new CodeIndex(part.Contents, _generator, part: part.Part);

        void Take(int question, NpgsqlDataReader reader)
        {
            if (question == 1)
            {
                edges.Add(new PostgresEdge(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4)));
            }
            else if (question == 2)
            {
                users[reader.GetString(0)] = reader.GetInt32(1);
            }
            else
            {
                version = reader.GetInt64(0);
                if (version == branch.Version && !reader.IsDBNull(1))
                {
                    files.Add(ExcerptFile.Read(reader.GetFieldValue<byte[]>(1), branch.Whole, asked));
                }
            }
        }
    }

    private async Task<string[]> AllowedPathsAsync(PostgresBranch branch, UnitFilter filter, CancellationToken cancellationToken)
    {
        GlobSet globs = new(filter.PathGlobs, []);
        List<string> paths = [];
        await _connector.ReadAsync(
            [PostgresConnector.Ask("select path from structindex.files where shard = $1 and repository = $2", branch.Key.Shard, branch.Key.Id)],
            (_, reader) =>
            {
                if (globs.Takes(reader.GetString(0)))
                {
                    paths.Add(reader.GetString(0));
                }
            },
            cancellationToken).ConfigureAwait(false);
        return [.. paths];
    }
}
