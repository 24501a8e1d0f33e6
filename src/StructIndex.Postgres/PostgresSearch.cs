using Npgsql;
using Pgvector;

namespace StructIndex;

/// <summary>Questions to a database.</summary>
internal static class PostgresSearch
{
    // Without a word or without a vector a leg finds nothing. The order of the dense leg must name the bare parameter, or its index is not used.
    private const string Sql =
        """
        with lexical as (
            select distinct hash, dense_rank() over (order by score desc, hash) as place from (
                select hash, ts_rank_cd('{0.1, 0.4, 0.5, 1.0}', words, to_tsquery('simple', $1), 1) as score from structindex.units
                where words @@ to_tsquery('simple', $1) and (cardinality($6::text[]) = 0 or language = any($6))
                    and exists (select from structindex.members join structindex.repositories on repositories.shard = members.shard and repositories.id = members.repository
                        where members.shard = units.shard and members.tenant = units.tenant and members.hash = units.hash
                            and repositories.branch = $5 and (cardinality($4::text[]) = 0 or repositories.name = any($4)))
                order by score desc, hash limit $7) found),
        dense as (
            select distinct hash, dense_rank() over (order by distance, hash) as place from (
                select hash, vector <=> $2 as distance from structindex.units
                where $2 is not null and (cardinality($6::text[]) = 0 or language = any($6))
                    and exists (select from structindex.members join structindex.repositories on repositories.shard = members.shard and repositories.id = members.repository
                        where members.shard = units.shard and members.tenant = units.tenant and members.hash = units.hash
                            and repositories.branch = $5 and (cardinality($4::text[]) = 0 or repositories.name = any($4)))
                order by vector <=> $2 limit $7) found),
        best as (
            select hash, sum(1.0 / (60 + place))::float8 as score from (select hash, place from lexical union all select hash, place from dense) legs
            group by hash order by score desc, hash limit $3)
        select repositories.name, repositories.branch, best.score, members.key, units.id, units.path, start_line, end_line, language, kind, role, qualified_name, signature, documentation, text,
            callers, callees, units.hash
        from best join structindex.units using (hash) join structindex.members on members.shard = units.shard and members.tenant = units.tenant and members.hash = units.hash
            join structindex.repositories on repositories.shard = members.shard and repositories.id = members.repository
        where units.hash = any(array(select hash from best)) and repositories.branch = $5 and (cardinality($4::text[]) = 0 or repositories.name = any($4))
        order by best.score desc, units.hash, repositories.name limit $3
        """;

    public static Task<IReadOnlyList<PostgresHit>> RunAsync(
        NpgsqlConnection connection, string query, ReadOnlyMemory<float> vector, PostgresSearchOptions options, CancellationToken cancellationToken)
    {
        HalfVector? half = vector.IsEmpty ? null : Halve(vector);
        NpgsqlParameter[] parameters =
        [
            new() { Value = SearchText.ForQuery(query) ?? "" },
            new() { Value = (object?)half ?? DBNull.Value, DataTypeName = "halfvec" },
            new() { Value = options.Limit },
            new() { Value = options.Repositories.ToArray() },
            new() { Value = options.Branch },
            new() { Value = options.Languages.ToArray() },
            new() { Value = options.Depth },
        ];
        return ReadAsync(connection, Sql, parameters, ReadHit, cancellationToken);
    }

    /// <summary>A vector in half precision, as the database keeps it.</summary>
    public static HalfVector Halve(ReadOnlyMemory<float> vector) => new(Array.ConvertAll(vector.ToArray(), component => (Half)component));

    private static PostgresHit ReadHit(NpgsqlDataReader reader)
    {
        CodeUnitRecord unit = new()
        {
            Key = reader.GetString(3),
            Repository = reader.GetString(0),
            Id = reader.GetString(4),
            Path = reader.GetString(5),
            StartLine = reader.GetInt32(6),
            EndLine = reader.GetInt32(7),
            Language = reader.GetString(8),
            Kind = reader.GetString(9),
            Role = reader.GetString(10),
            QualifiedName = reader.GetString(11),
            Signature = reader.GetString(12),
            Documentation = reader.GetString(13),
            Text = reader.GetString(14),
            Callers = reader.GetString(15),
            Callees = reader.GetString(16),
            ContentHash = reader.GetString(17),
        };
        return new PostgresHit(reader.GetString(0), reader.GetString(1), unit, reader.GetDouble(2));
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(
        NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        using NpgsqlCommand command = new(sql, connection);
        command.Parameters.AddRange(parameters);
        List<T> rows = [];
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(read(reader));
            }
        }

        return rows;
    }
}
