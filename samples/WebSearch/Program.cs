// A page that searches a folder of code as you type, and follows its files.
//   dotnet run -c Release --project samples/WebSearch -- --root DIR [--urls http://localhost:5000]
using StructIndex;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddStructIndex(options => options.Root = builder.Configuration["root"] ?? ".");
WebApplication app = builder.Build();

app.MapGet("/", () => Results.Stream(typeof(Program).Assembly.GetManifestResourceStream("page.html")!, "text/html; charset=utf-8"));

app.MapGet("/state", (ICodeIndexAccessor code) => new
{
    phase = code.State.Phase.ToString(),
    failure = code.State.Failure,
    units = code.Current?.Units.Count ?? 0,
});

app.MapGet("/search", async (string q, ICodeIndexAccessor code, CancellationToken cancellationToken) =>
{
    CodeIndex index = await code.WaitAsync(cancellationToken: cancellationToken);
    SearchResult found = await index.SearchAsync(q, cancellationToken: cancellationToken);
    return new
    {
        outcome = found.Outcome.ToString(),
        reason = found.Reason,
        hits = found.Hits.Select(hit => new
        {
            name = hit.Unit.QualifiedName,
            place = $"{hit.Unit.Path}:{hit.Unit.Lines}",
            documentation = hit.Unit.Documentation,
            relevance = double.IsNaN(hit.Relevance) ? 0 : hit.Relevance,
            code = hit.Unit.Body,
            callers = index.Graph.CallersOf(hit.Unit).Select(edge => edge.From.QualifiedName).Distinct().Take(10),
        }),
    };
});

app.Run();
