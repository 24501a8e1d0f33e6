using Npgsql;
using static StructIndex.PostgresCommands;

namespace StructIndex;

/// <summary>Brings one branch in a database to the state of an index, by COPY.</summary>
internal static class PostgresPush
{
    // So many new units change no plan for the worse.
    private const int MaxUnplanned = 500;

    private const string Columns = "hash, id, path, start_line, end_line, language, kind, role, qualified_name, signature, documentation, text, callers, callees";

    /// <summary>Runs inside of a transaction.</summary>
    public static async Task<CollectionUpdate> RunAsync(NpgsqlConnection connection, CodeIndex index, string repository, string branch, CancellationToken cancellationToken)
    {
        // Units that are known now must not be removed (CleanAsync) before the branch holds them.
        await ExecuteAsync(connection, "lock table structindex.members in row exclusive mode", cancellationToken).ConfigureAwait(false);

        // The row is locked: another push of the branch waits here until this one has ended.
        int id = (int)(await ScalarAsync(
            connection,
            "insert into structindex.repositories (name, branch) values ($1, $2) on conflict (tenant, name, branch) do update set branch = excluded.branch returning id",
            cancellationToken,
            repository,
            branch).ConfigureAwait(false))!;
        CodeUnitRecord[] records = [.. index.Units.Select(unit => index.ToRecord(unit))];
        await ExecuteAsync(
            connection,
            $"""
            create temp table pushed (key text, hash text, path text, name text) on commit drop;
            create temp table sent on commit drop as select {Columns}, ''::text as names, ''::text as places, ''::text as prose, ''::text as body, vector from structindex.units limit 0;
            create temp table used on commit drop as select from_key, to_key, kind, certainty, line from structindex.edges limit 0
            """,
            cancellationToken).ConfigureAwait(false);
        await CopyAsync(connection, "pushed (key, hash, path, name)", index.Units.Zip(records), pair => [pair.Second.Key, pair.Second.ContentHash, pair.First.Path, NameColumn.Of(pair.First.Name)], cancellationToken).ConfigureAwait(false);
        HashSet<string> unknown = await ReadTextsAsync(
            connection, "select distinct hash from pushed where not exists (select from structindex.units where units.hash = pushed.hash)", cancellationToken).ConfigureAwait(false);
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
            changed as (insert into structindex.members (repository, key, hash, path, name) select $1, key, hash, path, name from pushed
                on conflict (repository, key) do update set hash = excluded.hash, path = excluded.path, name = excluded.name
                where (members.hash, members.path, members.name) is distinct from (excluded.hash, excluded.path, excluded.name) returning 1)
            select count(*) from gone
            """,
            cancellationToken,
            id).ConfigureAwait(false))!;
        await CopyAsync(
            connection,
            "used (from_key, to_key, kind, certainty, line)",
            EdgesOf(index, [.. records.Select(record => record.Key)]),
            edge => [edge.From, edge.To, edge.Kind, edge.Certainty, edge.Line],
            cancellationToken).ConfigureAwait(false);
        await ScalarAsync(
            connection,
            """
            with gone as (delete from structindex.edges where repository = $1)
            insert into structindex.edges (repository, from_key, to_key, kind, certainty, line) select $1, from_key, to_key, kind, certainty, line from used
            """,
            cancellationToken,
            id).ConfigureAwait(false);
        await PostgresFilePush.RunAsync(connection, index, id, cancellationToken).ConfigureAwait(false);
        if (written > MaxUnplanned)
        {
            // Without it, searches are planned for the tables as they were, until the server looks again. A role that does not own the tables gets a warning, and that wait.
            await ExecuteAsync(connection, "analyze structindex.units, structindex.members, structindex.edges, structindex.files, structindex.extracts", cancellationToken).ConfigureAwait(false);
        }

        return new CollectionUpdate((int)written, records.Length - (int)written, (int)deleted);
    }

    // What holds a member, and the first part of what is written in several places, are edges too.
    private static IEnumerable<(string From, string To, string Kind, string Certainty, int Line)> EdgesOf(CodeIndex index, string[] keys)
    {
        EdgeTable table = index.Graph.Table;
        for (int edge = 0; edge < table.Count; edge++)
        {
            yield return (keys[table.From[edge]], keys[table.To[edge]], table.Kinds[edge].ToString(), table.Certainties[edge].ToString(), table.Lines[edge]);
        }

        UnitStructure structure = index.Graph.Structure;
        for (int unit = 0; unit < keys.Length; unit++)
        {
            if (structure.ContainingTypes[unit] is >= 0 and int container)
            {
                yield return (keys[container], keys[unit], PostgresGraph.Contains, nameof(EdgeCertainty.Exact), 1);
            }

            if (structure.PrimaryParts[unit] is >= 0 and int first)
            {
                yield return (keys[unit], keys[first], PostgresGraph.Part, nameof(EdgeCertainty.Exact), 1);
            }
        }
    }

    private static object[] Values(CodeUnitRecord record) =>
    [
        record.ContentHash, record.Id, record.Path, record.StartLine, record.EndLine, record.Language, record.Kind, record.Role, record.QualifiedName,
        record.Signature, record.Documentation, record.Text, record.Callers, record.Callees,
        SearchText.ForVector(record.QualifiedName[(record.QualifiedName.LastIndexOf('.') + 1)..]), SearchText.ForVector($"{record.Path} {record.QualifiedName} {record.Signature}"),
        SearchText.ForVector(record.Documentation), SearchText.ForVector(record.Text), PostgresSearch.Halve(record.Vector),
    ];
}
