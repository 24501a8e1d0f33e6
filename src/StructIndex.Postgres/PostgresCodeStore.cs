using Microsoft.Extensions.AI;
using Npgsql;

namespace StructIndex;

/// <summary>
/// Code indexes in PostgreSQL with pgvector 0.8 or newer: several code bases, branches and tenants in one database. Safe to share between threads and processes.
/// </summary>
/// <remarks>
/// One branch is searched as a <see cref="CodeIndex"/> is, by <see cref="OpenAsync"/>. A search over several (<see cref="SearchAsync"/>) joins a lexical leg (words of
/// split identifiers, <c>ts_rank_cd</c>) and a dense one (HNSW over half-precision vectors) by reciprocal rank fusion in one round trip: it has neither the ranker nor
/// the relevance and abstention, and answers less well.
/// </remarks>
public sealed class PostgresCodeStore : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly PostgresConnector _connector;

    /// <summary>Opens a database; no connection is made yet.</summary>
    /// <param name="connectionString">A connection string of Npgsql, or a URL: <c>postgres://user:password@host:5432/database</c>. Rows of other tenants are kept apart only from a role that is neither superuser nor has BYPASSRLS.</param>
    /// <param name="tenant">Whose rows are read and written.</param>
    /// <exception cref="ArgumentException">The connection string or URL cannot be read.</exception>
    public PostgresCodeStore(string connectionString, string tenant = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        ArgumentNullException.ThrowIfNull(tenant);
        NpgsqlDataSourceBuilder builder = new(PostgresUrl.ToConnectionString(connectionString));
        builder.UseVector();
        _source = builder.Build();
        _connector = new PostgresConnector(_source, tenant);
    }

    /// <summary>Brings the schema <c>structindex</c> to this version of the package; nothing happens where it is there already.</summary>
    /// <param name="dimensions">Components of the vectors of all indexes in the database (<see cref="CodeIndex.VectorDimensions"/>), 1 to 4,000.</param>
    /// <param name="cancellationToken">Stops the work and leaves the database as it was.</param>
    /// <exception cref="StructIndexException">The database was made for other dimensions, or by a newer version of the package.</exception>
    /// <exception cref="PostgresException">The server refuses, for example for want of pgvector or of the right to create a schema.</exception>
    public async Task MigrateAsync(int dimensions, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, 4000);
        NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await PostgresSchema.MigrateAsync(connection, dimensions, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Brings a branch in the database to the state of an index, in one transaction: what is new is written, what is gone is removed, units that the branch or any
    /// other holds already are not sent. A push that fails or is stopped changes nothing; several pushes at a time are safe, and those of one branch wait for each other.
    /// </summary>
    /// <param name="index">An index with vectors.</param>
    /// <param name="repository">Name of the code base.</param>
    /// <param name="branch">Its branch.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Units that were sent, units that were known already, and units that the branch holds no more.</returns>
    /// <exception cref="ArgumentException">The index has no vectors.</exception>
    /// <exception cref="PostgresException">The server refuses, for example since the schema is not there (<see cref="MigrateAsync"/>) or has other dimensions.</exception>
    public async Task<CollectionUpdate> PushAsync(CodeIndex index, string repository, string branch = "main", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentException.ThrowIfNullOrEmpty(repository);
        ArgumentException.ThrowIfNullOrEmpty(branch);
        if (index.VectorDimensions == 0)
        {
            throw new ArgumentException("The index has no vectors: it was built without an embedding generator.", nameof(index));
        }

        return await _connector.InTransactionAsync(connection => PostgresPush.RunAsync(connection, index, repository, branch, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts a branch into the queue, from which <see cref="PushNextAsync"/> takes it; once, however often it is put there. It waits while a worker is at the same branch.</summary>
    /// <param name="repository">Name of the code base.</param>
    /// <param name="source">Where its files are, by a path that every worker sees.</param>
    /// <param name="branch">Its branch.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="PostgresException">The server refuses, for example since the schema is not there (<see cref="MigrateAsync"/>).</exception>
    public Task EnqueueAsync(string repository, string source, string branch = "main", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(repository);
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentException.ThrowIfNullOrEmpty(branch);
        return _connector.InTransactionAsync(connection => PostgresQueue.AddAsync(connection, new PostgresJob(repository, branch, source), cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Takes a branch from the queue that no other worker is at, indexes it and pushes it, in one transaction. Any number of workers may do so at a time; where one is killed or
    /// loses its connection, nothing of its work is in the database and the next worker takes the branch.
    /// </summary>
    /// <param name="index">
    /// Indexes a branch. Where it fails, the reason is kept with the branch (column <c>error</c> of <c>structindex.jobs</c>); after the third time the branch is left alone until it is queued again.
    /// </param>
    /// <param name="cancellationToken">Stops the work and leaves the branch in the queue.</param>
    /// <returns>The branch, with what the push did or why it failed; null where none waits.</returns>
    /// <exception cref="NpgsqlException">The connection was lost, or the server refuses.</exception>
    public Task<PostgresJob?> PushNextAsync(Func<PostgresJob, CancellationToken, Task<CodeIndex>> index, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        return _connector.InTransactionAsync(connection => PostgresQueue.RunNextAsync(connection, index, cancellationToken), cancellationToken);
    }

    /// <summary>Opens a branch to be searched as a <see cref="CodeIndex"/> is.</summary>
    /// <param name="repository">Name of the code base.</param>
    /// <param name="generator">What embeds queries: the model that made the vectors of the pushed index.</param>
    /// <param name="branch">Its branch.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The branch, good as long as this store is not disposed.</returns>
    /// <exception cref="StructIndexException">There is no such branch, an older version of the package pushed it, or its vectors are of another model.</exception>
    public Task<PostgresCodeIndex> OpenAsync(string repository, IEmbeddingGenerator<string, Embedding<float>> generator, string branch = "main", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(repository);
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentException.ThrowIfNullOrEmpty(branch);
        return PostgresCodeIndex.OpenAsync(_connector, generator, repository, branch, cancellationToken);
    }

    /// <summary>Removes units and files that no branch holds any longer; pushes wait meanwhile.</summary>
    /// <param name="cancellationToken">Stops the work and changes nothing.</param>
    /// <returns>The number of units removed.</returns>
    public Task<int> CleanAsync(CancellationToken cancellationToken = default) => _connector.InTransactionAsync(
        async connection =>
        {
            using NpgsqlCommand command = new(
                """
                lock table structindex.members in share row exclusive mode;
                delete from structindex.extracts where not exists (select from structindex.files where files.tenant = extracts.tenant and files.hash = extracts.hash)
                """,
                connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            using NpgsqlCommand units = new(
                """
                delete from structindex.units where not exists (select from structindex.members where members.tenant = units.tenant and members.hash = units.hash)
                """,
                connection) { CommandTimeout = 0 };
            return Math.Max(await units.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false), 0);
        },
        cancellationToken);

    /// <summary>Finds units by words and by the vector of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="vector">The vector of the query, by the model of the indexes (<see cref="CodeIndex.QueryGenerator"/>); empty to search by words alone.</param>
    /// <param name="options">What is searched; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The hits, best first.</returns>
    /// <exception cref="PostgresException">The server refuses, for example since the vector has other dimensions.</exception>
    public Task<IReadOnlyList<PostgresHit>> SearchAsync(string query, ReadOnlyMemory<float> vector, PostgresSearchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        options ??= new PostgresSearchOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Depth, 1);
        return _connector.InTransactionAsync(connection => PostgresSearch.RunAsync(connection, query, vector, options, cancellationToken), cancellationToken);
    }

    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
