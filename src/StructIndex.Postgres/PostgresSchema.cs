using System.Globalization;
using Npgsql;

namespace StructIndex;

/// <summary>The schema in a database, by its versions: files <c>NNN-name.sql</c>, run in order, each once.</summary>
internal static class PostgresSchema
{
    private static readonly string[] s_versions =
        [.. typeof(PostgresSchema).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Brings a database to the newest version.</summary>
    /// <exception cref="StructIndexException">The database has other dimensions, or is newer.</exception>
    public static async Task MigrateAsync(NpgsqlConnection connection, int dimensions, CancellationToken cancellationToken)
    {
        // A role that may not create a schema can ask too.
        using (NpgsqlCommand command = new("select to_regclass('structindex.versions') is not null", connection))
        {
            bool isThere = (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
            if (isThere && await VersionAsync(connection, cancellationToken).ConfigureAwait(false) == (s_versions.Length, dimensions))
            {
                return;
            }
        }

        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await RunAsync(
                """
                select pg_advisory_xact_lock(7239551);
                create schema if not exists structindex;
                create table if not exists structindex.versions (version int primary key, dimensions int not null)
                """).ConfigureAwait(false);
            (int version, int known) = await VersionAsync(connection, cancellationToken).ConfigureAwait(false);
            if (version > s_versions.Length)
            {
                throw new StructIndexException($"The schema structindex of the database has version {version}; this package knows up to {s_versions.Length}.");
            }

            if (version > 0 && known != dimensions)
            {
                throw new StructIndexException($"The schema structindex of the database holds vectors of {known} components, not of {dimensions}; another model needs another database.");
            }

            for (int next = version; next < s_versions.Length; next++)
            {
                using StreamReader text = new(typeof(PostgresSchema).Assembly.GetManifestResourceStream(s_versions[next])!);
                string size = dimensions.ToString(CultureInfo.InvariantCulture);
                string sql = (await text.ReadToEndAsync(cancellationToken).ConfigureAwait(false)).Replace("{dimensions}", size, StringComparison.Ordinal);
                await RunAsync($"{sql}; insert into structindex.versions values ({(next + 1).ToString(CultureInfo.InvariantCulture)}, {size})").ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        // The types of pgvector may have come with it.
        await connection.ReloadTypesAsync(cancellationToken).ConfigureAwait(false);

        async Task RunAsync(string sql)
        {
            using NpgsqlCommand command = new(sql, connection);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<(int Version, int Dimensions)> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        using NpgsqlCommand command = new("select coalesce(max(version), 0), coalesce(max(dimensions), 0) from structindex.versions", connection);
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            return (reader.GetInt32(0), reader.GetInt32(1));
        }
    }
}
