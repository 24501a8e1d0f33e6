using Npgsql;

namespace StructIndex;

/// <summary>Brings one branch in a database to the state of an index, by COPY.</summary>
internal static class PostgresPush
{
    private const string Columns = "hash, id, path, start_line, end_line, language, kind, role, qualified_name, signature, documentation, text, callers, callees";

    /// <summary>Runs inside of a transaction.</summary>
    public static async Task<CollectionUpdate> RunAsync(NpgsqlConnection connection, CodeIndex index, string repository, string branch, CancellationToken cancellationToken)
    {
        // Units that are known now must not be removed (CleanAsync) before the branch holds them.
        await RunAsync(connection, "lock table structindex.members in row exclusive mode", cancellationToken).ConfigureAwait(false);

        // The row is locked: another push of the branch waits here until this one has ended.
        int id = (int)(await ScalarAsync(
            connection,
            "insert into structindex.repositories (name, branch) values ($1, $2) on conflict (tenant, name, branch) do update set branch = excluded.branch returning id",
            cancellationToken,
            repository,
            branch).ConfigureAwait(false))!;
        CodeUnitRecord[] records = [.. index.Units.Select(unit => index.ToRecord(unit))];
        await RunAsync(
            connection,
            $"""
            create temp table pushed (key text, hash text) on commit drop;
            create temp table sent on commit drop as select {Columns}, ''::text as names, ''::text as places, ''::text as prose, ''::text as body, vector from structindex.units limit 0;
            create temp table used on commit drop as select from_key, to_key, kind, certainty, line from structindex.edges limit 0
            """,
            cancellationToken).ConfigureAwait(false);
        await CopyAsync(connection, "pushed (key, hash)", records, record => [record.Key, record.ContentHash], cancellationToken).ConfigureAwait(false);
        HashSet<string> unknown = await UnknownAsync(connection, cancellationToken).ConfigureAwait(false);
        await CopyAsync(connection, $"sent ({Columns}, names, places, prose, body, vector)", records.Where(record => unknown.Remove(record.ContentHash)), Values, cancellationToken).ConfigureAwait(false);
        long written = (long)(await ScalarAsync(
            connection,
            $"""
            with added as (
                insert into structindex.units ({Columns}, words, vector)
                select {Columns}, setweight(to_tsvector('simple', names), 'A') || setweight(to_tsvector('simple', places), 'B')
                    || setweight(to_tsvector('simple', prose), 'C') || setweight(to_tsvector('simple', body), 'D'), vector
                from sent order by hash
                on conflict do nothing returning 1)
            select count(*) from added
            """,
            cancellationToken).ConfigureAwait(false))!;
        long deleted = (long)(await ScalarAsync(
            connection,
            """
            with gone as (delete from structindex.members where repository = $1 and not exists (select from pushed where pushed.key = members.key) returning 1),
            changed as (insert into structindex.members (repository, key, hash) select $1, key, hash from pushed
                on conflict (repository, key) do update set hash = excluded.hash where members.hash <> excluded.hash returning 1)
            select count(*) from gone
            """,
            cancellationToken,
            id).ConfigureAwait(false))!;
        Dictionary<CodeUnit, string> keys = index.Units.Zip(records).ToDictionary(pair => pair.First, pair => pair.Second.Key);
        await CopyAsync(
            connection,
            "used (from_key, to_key, kind, certainty, line)",
            index.Graph.Edges,
            edge => [keys[edge.From], keys[edge.To], edge.Kind.ToString(), edge.Certainty.ToString(), edge.Line],
            cancellationToken).ConfigureAwait(false);
        await ScalarAsync(
            connection,
            """
            with gone as (delete from structindex.edges where repository = $1)
            insert into structindex.edges (repository, from_key, to_key, kind, certainty, line) select $1, from_key, to_key, kind, certainty, line from used
            """,
            cancellationToken,
            id).ConfigureAwait(false);
        return new CollectionUpdate((int)written, records.Length - (int)written, (int)deleted);
    }

    private static object[] Values(CodeUnitRecord record) =>
    [
        record.ContentHash, record.Id, record.Path, record.StartLine, record.EndLine, record.Language, record.Kind, record.Role, record.QualifiedName,
        record.Signature, record.Documentation, record.Text, record.Callers, record.Callees,
        SearchText.ForVector(record.QualifiedName[(record.QualifiedName.LastIndexOf('.') + 1)..]), SearchText.ForVector($"{record.Path} {record.QualifiedName} {record.Signature}"),
        SearchText.ForVector(record.Documentation), SearchText.ForVector(record.Text), PostgresSearch.Halve(record.Vector),
    ];

    private static async Task<HashSet<string>> UnknownAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        using NpgsqlCommand command = new("select distinct hash from pushed where not exists (select from structindex.units where units.hash = pushed.hash)", connection);
        HashSet<string> hashes = [];
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                hashes.Add(reader.GetString(0));
            }
        }

        return hashes;
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string into, IEnumerable<T> items, Func<T, object[]> values, CancellationToken cancellationToken)
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

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        using NpgsqlCommand command = new(sql, connection);
        foreach (object parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }
}
