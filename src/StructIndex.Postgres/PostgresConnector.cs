using Npgsql;

namespace StructIndex;

/// <summary>Opens connections as one tenant.</summary>
/// <param name="source">Where they come from.</param>
/// <param name="tenant">Whose rows are read and written.</param>
internal sealed class PostgresConnector(NpgsqlDataSource source, string tenant)
{
    // How far HNSW looks, and that it looks on until it has as many rows as are wanted.
    private const string Settings = "select set_config('structindex.tenant', $1, true), set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.ef_search', '200', true)";

    /// <summary>Works in one transaction.</summary>
    public async Task<T> InTransactionAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                // The policies of the tables read the setting; it ends with the transaction.
                using NpgsqlCommand settings = new(Settings, connection);
                settings.Parameters.Add(new NpgsqlParameter { Value = tenant });
                await settings.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                T result = await work(connection).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return result;
            }
        }
    }

    /// <summary>Asks some questions in one round trip.</summary>
    /// <param name="commands">The questions.</param>
    /// <param name="read">Takes each row, with the number of its question.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task ReadAsync(NpgsqlBatchCommand[] commands, Action<int, NpgsqlDataReader> read, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // Without a transaction around it a batch is one: the settings end with it.
            using NpgsqlBatch batch = new(connection);
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Settings) { Parameters = { new NpgsqlParameter { Value = tenant } } });
            foreach (NpgsqlBatchCommand command in commands)
            {
                batch.BatchCommands.Add(command);
            }

            NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                for (int question = 0; await reader.NextResultAsync(cancellationToken).ConfigureAwait(false); question++)
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        read(question, reader);
                    }
                }
            }
        }
    }

    /// <summary>A question with its parameters.</summary>
    public static NpgsqlBatchCommand Ask(string sql, params object[] parameters)
    {
        NpgsqlBatchCommand command = new(sql);
        foreach (object parameter in parameters)
        {
            command.Parameters.Add(parameter as NpgsqlParameter ?? new NpgsqlParameter { Value = parameter });
        }

        return command;
    }
}
