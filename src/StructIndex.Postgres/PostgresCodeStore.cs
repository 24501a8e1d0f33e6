using Npgsql;

namespace StructIndex;

/// <summary>
/// Code indexes in PostgreSQL with pgvector 0.8 or newer: several code bases, branches and tenants in one database. Safe to share between threads and processes.
/// </summary>
/// <remarks>
/// A search joins a lexical leg (words of split identifiers, <c>ts_rank_cd</c>) and a dense one (HNSW over half-precision vectors) by reciprocal rank fusion in one
/// round trip. It has neither the ranker nor the relevance and abstention of a <see cref="CodeIndex"/>, and answers less well.
/// </remarks>
public sealed class PostgresCodeStore : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly string _tenant;

    /// <summary>Opens a database; no connection is made yet.</summary>
    /// <param name="connectionString">A connection string of Npgsql. Rows of other tenants are kept apart only from a role that is neither superuser nor has BYPASSRLS.</param>
    /// <param name="tenant">Whose rows are read and written.</param>
    public PostgresCodeStore(string connectionString, string tenant = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        ArgumentNullException.ThrowIfNull(tenant);
        NpgsqlDataSourceBuilder builder = new(connectionString);
        builder.UseVector();
        (_source, _tenant) = (builder.Build(), tenant);
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

        return await InTransactionAsync(connection => PostgresPush.RunAsync(connection, index, repository, branch, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes units that no branch holds any longer; pushes wait meanwhile.</summary>
    /// <param name="cancellationToken">Stops the work and changes nothing.</param>
    /// <returns>The number of units removed.</returns>
    public Task<int> CleanAsync(CancellationToken cancellationToken = default) => InTransactionAsync(
        async connection =>
        {
            using NpgsqlCommand command = new(
                """
                lock table structindex.members in share row exclusive mode;
                delete from structindex.units where not exists (select from structindex.members where members.tenant = units.tenant and members.hash = units.hash)
                """,
                connection);
            return Math.Max(await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false), 0);
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
        return InTransactionAsync(connection => PostgresSearch.RunAsync(connection, query, vector, options, cancellationToken), cancellationToken);
    }

    /// <summary>The uses of a unit in a branch: calls, and where objects of it are made.</summary>
    /// <param name="symbol">A qualified name, or the end of one behind a dot.</param>
    /// <param name="repository">Name of the code base.</param>
    /// <param name="branch">Its branch.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The uses, by the caller's path and line; empty where nothing bears the name.</returns>
    public Task<IReadOnlyList<PostgresCaller>> CallersOfAsync(string symbol, string repository, string branch = "main", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(symbol);
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(branch);
        return InTransactionAsync(connection => PostgresSearch.CallersAsync(connection, symbol, repository, branch, cancellationToken), cancellationToken);
    }

    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<T> InTransactionAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                // The policies of the tables read the setting; it ends with the transaction.
                using NpgsqlCommand tenant = new("select set_config('structindex.tenant', $1, true), set_config('hnsw.iterative_scan', 'relaxed_order', true)", connection);
                tenant.Parameters.AddWithValue(_tenant);
                await tenant.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                T result = await work(connection).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return result;
            }
        }
    }
}
