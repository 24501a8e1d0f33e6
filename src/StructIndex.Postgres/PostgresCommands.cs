using Npgsql;

namespace StructIndex;

/// <summary>Commands on an open connection that take as long as they take: a token stops them.</summary>
internal static class PostgresCommands
{
    /// <summary>Writes rows by COPY.</summary>
    public static async Task CopyAsync<T>(NpgsqlConnection connection, string into, IEnumerable<T> items, Func<T, object[]> values, CancellationToken cancellationToken)
    {
        NpgsqlBinaryImporter writer = await connection.BeginBinaryImportAsync($"copy {into} from stdin (format binary)", cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (T item in items)
            {
                await writer.StartRowAsync(cancellationToken).ConfigureAwait(false);
                foreach (object value in values(item))
                {
                    // PostgreSQL has no text with zero characters.
                    object sent = value is string text ? text.Replace("\0", "", StringComparison.Ordinal) : value;
                    await writer.WriteAsync(sent, cancellationToken).ConfigureAwait(false);
                }
            }

            await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs commands without parameters.</summary>
    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        using NpgsqlCommand command = new(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a command with parameters and gives the first value of what it returns.</summary>
    public static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        using NpgsqlCommand command = new(sql, connection) { CommandTimeout = 0 };
        foreach (object parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The different texts in the first column of an answer.</summary>
    public static async Task<HashSet<string>> ReadTextsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        using NpgsqlCommand command = new(sql, connection) { CommandTimeout = 0 };
        foreach (object parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        HashSet<string> texts = [];
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                texts.Add(reader.GetString(0));
            }
        }

        return texts;
    }
}
