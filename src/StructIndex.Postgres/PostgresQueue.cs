using Npgsql;
using static StructIndex.PostgresCommands;

namespace StructIndex;

/// <summary>Branches that wait to be pushed.</summary>
internal static class PostgresQueue
{
    /// <summary>A branch that failed so often is left alone until it is queued again.</summary>
    public const int MaxAttempts = 3;

    private const string AddSql =
        """
        insert into structindex.jobs (repository, branch, source) values ($1, $2, $3)
        on conflict (tenant, repository, branch) do update set source = excluded.source, attempts = 0, error = ''
        """;

    // What another worker has locked is at work.
    private const string TakeSql = "select id, repository, branch, source from structindex.jobs where attempts < $1 order by attempts, id limit 1 for update skip locked";

    private const string FailSql = "update structindex.jobs set attempts = attempts + 1, error = $2 where id = $1";

    /// <summary>Puts a branch into the queue, once however often it is put there.</summary>
    public static Task<object?> AddAsync(NpgsqlConnection connection, PostgresJob job, CancellationToken cancellationToken) =>
        ScalarAsync(connection, AddSql, cancellationToken, job.Repository, job.Branch, job.Source);

    /// <summary>Takes a branch, indexes and pushes it; the transaction around this ends with the branch pushed and out of the queue, or with nothing changed.</summary>
    /// <returns>The branch, with what the push did or why there is no index; null where none waits.</returns>
    public static async Task<PostgresJob?> RunNextAsync(
        NpgsqlConnection connection, Func<PostgresJob, CancellationToken, Task<CodeIndex>> index, CancellationToken cancellationToken)
    {
        if (await TakeAsync(connection, cancellationToken).ConfigureAwait(false) is not (long id, PostgresJob job))
        {
            return null;
        }

        CodeIndex made;
        try
        {
            made = await index(job, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await ScalarAsync(connection, FailSql, cancellationToken, id, failure.Message).ConfigureAwait(false);
            return job with { Error = failure.Message };
        }

        CollectionUpdate update = await PostgresPush.RunAsync(connection, made, job.Repository, job.Branch, cancellationToken).ConfigureAwait(false);
        await ScalarAsync(connection, "delete from structindex.jobs where id = $1", cancellationToken, id).ConfigureAwait(false);
        return job with { Update = update };
    }

    private static async Task<(long Id, PostgresJob Job)?> TakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        using NpgsqlCommand command = new(TakeSql, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = MaxAttempts });
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                ? (reader.GetInt64(0), new PostgresJob(reader.GetString(1), reader.GetString(2), reader.GetString(3)))
                : null;
        }
    }
}
