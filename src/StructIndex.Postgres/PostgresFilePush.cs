using System.Security.Cryptography;
using Npgsql;
using static StructIndex.PostgresCommands;

namespace StructIndex;

/// <summary>Brings the files of a branch to the state of an index: what a search by the ranker reads (<see cref="ExcerptWriter"/>).</summary>
internal static class PostgresFilePush
{
    // So many files are asked about, and held in memory, at once.
    private const int Batch = 256;

    /// <summary>Runs inside of a transaction that has locked the branch.</summary>
    public static async Task RunAsync(NpgsqlConnection connection, CodeIndex index, int branch, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            connection,
            """
            create temp table pushed_files on commit drop as select path, name, stem, hash, vector from structindex.files limit 0;
            create temp table sent_extracts (hash text, bytes bytea) on commit drop;
            alter table sent_extracts alter column bytes set storage external
            """,
            cancellationToken).ConfigureAwait(false);
        ExcerptWriter writer = new(index.Contents, index.Traits);
        HashSet<string> sent = [];
        foreach (int[] files in Enumerable.Range(0, index.Contents.FileCount).Chunk(Batch))
        {
            FileRecord[] records = [.. files.Select(file => FileRecord.Of(index.Contents.PathOf(file), writer.Write(file), writer.VectorOf(file)))];
            await CopyAsync(
                connection,
                "pushed_files (path, name, stem, hash, vector)",
                records,
                record => [record.Path, NameColumn.Of(Path.GetFileName(record.Path)), NameColumn.Of(TestNames.Plain(record.Path)), record.Hash, PostgresSearch.Halve(record.Vector)],
                cancellationToken).ConfigureAwait(false);
            HashSet<string> unknown = await UnknownAsync(connection, [.. records.Select(record => record.Hash).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
            await CopyAsync(connection, "sent_extracts (hash, bytes)", records.Where(record => unknown.Contains(record.Hash) && sent.Add(record.Hash)), record => [record.Hash, record.Bytes], cancellationToken).ConfigureAwait(false);
        }

        await ScalarAsync(
            connection,
            """
            with extracted as (insert into structindex.extracts (hash, bytes) select hash, bytes from sent_extracts order by hash on conflict do nothing),
            gone as (delete from structindex.files where repository = $1 and not exists (select from pushed_files where pushed_files.path = files.path))
            insert into structindex.files (repository, path, name, stem, hash, vector) select $1, path, name, stem, hash, vector from pushed_files
            on conflict (repository, path) do update set hash = excluded.hash, vector = excluded.vector where files.hash <> excluded.hash
            """,
            cancellationToken,
            branch).ConfigureAwait(false);
        byte[] statistics = WholeStatistics.Of(index.Contents, index.Traits, writer.FieldLengths).Write();
        await ScalarAsync(connection, "update structindex.repositories set statistics = $2, version = version + 1 where id = $1", cancellationToken, branch, statistics).ConfigureAwait(false);
    }

    private static Task<HashSet<string>> UnknownAsync(NpgsqlConnection connection, string[] hashes, CancellationToken cancellationToken) => ReadTextsAsync(
        connection, "select hash from unnest($1::text[]) as asked(hash) where not exists (select from structindex.extracts where extracts.hash = asked.hash)", cancellationToken, (object)hashes);

    private sealed record FileRecord(string Path, string Hash, byte[] Bytes, float[] Vector)
    {
        public static FileRecord Of(string path, byte[] bytes, float[] vector) => new(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes, vector);
    }
}
