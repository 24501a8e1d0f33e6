// Indexes a folder (this repository by default) and answers questions about it:
//   dotnet run -c Release --project samples/AskYourCode [-- DIR [QUESTION]]
// Without a question it asks a few of its own, then takes yours from the keyboard.
using AskYourCode;
using StructIndex;

string folder = args.Length > 0 ? args[0] : FindRepository();
Console.WriteLine($"Indexing {Path.GetFullPath(folder)}");
CodeIndex index = await CodeIndexer.IndexDirectoryAsync(folder, progress: new StageLines());
Console.WriteLine($"{index.Units.Count} units, {index.Graph.Edges.Count} edges, {index.Failures.Count} files with failures");

string[] questions = args.Length > 1
    ? [string.Join(' ', args[1..])]
    : ["how is an identifier split into words?", "where is the call graph resolved by name?", "VectorStore.Score", "save an index to a file"];
foreach (string question in questions)
{
    await AnswerAsync(question);
}

while (args.Length < 2 && !Console.IsInputRedirected)
{
    Console.Write("\nask> ");
    if (Console.ReadLine() is not { Length: > 0 } question)
    {
        break;
    }

    await AnswerAsync(question);
}

async Task AnswerAsync(string question)
{
    Console.WriteLine($"\n{question}");
    SearchResult found = await index.SearchAsync(question, new SearchOptions { Limit = 3 });
    foreach (SearchHit hit in found.Hits)
    {
        Console.WriteLine($"  {hit.Relevance,4:P0}  {hit.Unit.Path}:{hit.Unit.Lines}  {hit.Unit.QualifiedName}");
        string[] callers = [.. index.Graph.CallersOf(hit.Unit).Select(edge => edge.From.QualifiedName).Distinct().Take(3)];
        if (callers.Length > 0)
        {
            Console.WriteLine($"        called by {string.Join(", ", callers)}");
        }
    }

    if (found.Hits.Count == 0)
    {
        Console.WriteLine($"  nothing: {found.Reason}");
    }
}

static string FindRepository()
{
    string folder = AppContext.BaseDirectory;
    while (!File.Exists(Path.Combine(folder, "StructIndex.sln")))
    {
        folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("name a folder to index");
    }

    return folder;
}
