using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace StructIndex.Benchmarks;

/// <summary>How fast an index goes into a database, how large it is there, and how fast both answer.</summary>
internal static class PostgresSpeed
{
    public const string Help = "FOLDER... --to CONNECTION [--copies 1,5,50] [--queries 200]: copies of the folders' indexes are merged, pushed and asked the first sentences of documentation, in memory and in PostgreSQL, in turns";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        List<CodeIndex> indexes = [];
        foreach (string folder in options.Rest)
        {
            indexes.Add(await CodeIndexer.IndexDirectoryAsync(folder));
        }

        await using PostgresCodeStore store = new(options.Get("to"));
        await store.MigrateAsync(CodeModel.Default.Model.Dimensions);
        Console.WriteLine("| units | edges | first push s | units/s | push of the same s | bytes a unit: units, HNSW, words, files, edges and members | opened ms | memory p50 ms | p90 | database p50 ms | p90 | callers p50 ms |\n|-|-|-|-|-|-|-|-|-|-|-|-|");
        int[] copies = [.. (options.Find("copies") ?? "1,5").Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture))];
        foreach (int count in copies)
        {
            await RunAsync(store, options, indexes, count);
        }

        // A branch among others in the same tables.
        CodeIndex first = await MergeAsync(indexes, copies[0]);
        (List<double> memory, List<double> database, _) = await AskAsync(first, await store.OpenAsync(Name(copies[0]), CodeModel.Default), options);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nThe first again, beside the others: memory p50 {At(memory, .5):0.0} ms, p90 {At(memory, .9):0.0}; database p50 {At(database, .5):0.0} ms, p90 {At(database, .9):0.0}."));
        return 0;
    }

    private static async Task RunAsync(PostgresCodeStore store, Options options, List<CodeIndex> indexes, int copies)
    {
        CodeIndex index = await MergeAsync(indexes, copies);
        string name = Name(copies);
        double pushed = await SecondsAsync(() => store.PushAsync(index, name)), again = await SecondsAsync(() => store.PushAsync(index, name));
        await ExecuteAsync(options.Get("to"), "vacuum analyze");
        string sizes = await SizesAsync(options.Get("to"), index.Units.Count);
        PostgresCodeIndex branch = null!;
        double opened = await SecondsAsync(async () => branch = await store.OpenAsync(name, CodeModel.Default));
        (List<double> memory, List<double> database, List<double> callers) = await AskAsync(index, branch, options);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {index.Units.Count} | {index.Graph.Edges.Count} | {pushed:0.0} | {index.Units.Count / pushed:0} | {again:0.0} | {sizes} | {1000 * opened:0} | {At(memory, .5):0.0} | {At(memory, .9):0.0} | {At(database, .5):0.0} | {At(database, .9):0.0} | {At(callers, .5):0.0} |"));
    }

    private static Task<CodeIndex> MergeAsync(List<CodeIndex> indexes, int copies) => CodeIndex.MergeAsync(
        Enumerable.Range(0, copies * indexes.Count).Select(i => (string.Create(CultureInfo.InvariantCulture, $"repository{i:000}"), indexes[i % indexes.Count])));

    private static string Name(int copies) => string.Create(CultureInfo.InvariantCulture, $"speed{copies}");

    private static async Task<(List<double> Memory, List<double> Database, List<double> Callers)> AskAsync(CodeIndex index, PostgresCodeIndex branch, Options options)
    {
        const int WarmUp = 20;
        string[] queries = Queries(index, options.Number("queries", 200));
        List<double> memory = [], database = [], callers = [];
        foreach (string query in queries.Take(WarmUp).Concat(queries))
        {
            memory.Add(1000 * await SecondsAsync(() => index.SearchAsync(query)));
            database.Add(1000 * await SecondsAsync(() => branch.SearchAsync(query)));
        }

        foreach (CodeUnit unit in index.Units.Where(unit => unit.Kind == UnitKind.Method).Take(50))
        {
            callers.Add(1000 * await SecondsAsync(() => branch.CallersOfAsync(unit.Id)));
        }

        return (memory[WarmUp..], database[WarmUp..], callers);
    }

    private static string[] Queries(CodeIndex index, int count)
    {
        CodeUnit[] documented = [.. index.Units.Where(unit => unit.Documentation.Length is > 30 and < 200)];
        return [.. Enumerable.Range(0, count).Select(i => documented[(int)((long)i * documented.Length / count)].Documentation)];
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        long started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double At(List<double> values, double share) => values.Order().ElementAt((int)(values.Count * share));

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> SizesAsync(string connectionString, int units)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(
            """
            select pg_table_size('structindex.units'), pg_relation_size('structindex.units_vector'), pg_relation_size('structindex.units_words'),
                pg_total_relation_size('structindex.extracts') + pg_total_relation_size('structindex.files'), pg_total_relation_size('structindex.edges') + pg_total_relation_size('structindex.members')
            """,
            connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetInt64(i) / units).ToString(CultureInfo.InvariantCulture)));
    }
}
