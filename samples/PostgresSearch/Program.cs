// Keeps folders in PostgreSQL and asks them questions; README.md beside this file says how to start a server.
//   dotnet run -c Release --project samples/PostgresSearch -- push DIR
//   dotnet run -c Release --project samples/PostgresSearch -- ask NAME "where are JWT tokens validated?"
// DATABASE_URL names the database; without it the one of compose.yaml is meant.
using StructIndex;

if (args is not (["push", _] or ["ask", _, _]))
{
    Console.Error.WriteLine("usage: PostgresSearch push DIR | PostgresSearch ask NAME QUESTION");
    return 2;
}

await using PostgresCodeStore store = new(Environment.GetEnvironmentVariable("DATABASE_URL") ?? "postgres://postgres:postgres@localhost:5432/postgres");
if (args[0] == "push")
{
    CodeIndex index = await CodeIndexer.IndexDirectoryAsync(args[1]);
    await store.MigrateAsync(index.VectorDimensions);
    string name = new DirectoryInfo(args[1]).Name;
    CollectionUpdate update = await store.PushAsync(index, name);
    Console.WriteLine($"{name}: {update.Written} units sent, {update.Unchanged} known, {update.Deleted} gone");
    return 0;
}

PostgresCodeIndex code = await store.OpenAsync(args[1], CodeModel.Default);
SearchResult found = await code.SearchAsync(args[2], new SearchOptions { Limit = 5 });
Console.WriteLine(found.Reason ?? $"Of {code.UnitCount} units in {code.FileCount} files:");
foreach (SearchHit hit in found.Hits)
{
    Console.WriteLine($"{hit.Relevance,5:P0}  {hit.Unit.Path}:{hit.Unit.Lines}  {hit.Unit.QualifiedName}");
    string[] callers = [.. (await code.CallersOfAsync(hit.Unit.Id)).Select(edge => edge.From.QualifiedName)];
    if (callers.Length > 0)
    {
        Console.WriteLine($"       called by {string.Join(", ", callers)}");
    }
}

return found.Hits.Count > 0 ? 0 : 1;
