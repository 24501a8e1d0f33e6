using System.ComponentModel;
using Microsoft.Extensions.AI;
using StructIndex;

namespace AgentTools;

/// <summary>Three tools over an index. <c>structindex mcp</c> has more of them, with a token budget for each answer.</summary>
internal sealed class CodeTools(CodeIndex index)
{
    public IList<AITool> All => [AIFunctionFactory.Create(SearchAsync, "search"), AIFunctionFactory.Create(Callers, "callers"), AIFunctionFactory.Create(Show, "show")];

    [Description("Finds the functions and types that answer a question about the code.")]
    private async Task<string> SearchAsync([Description("A question, or the name of a symbol.")] string query, CancellationToken cancellationToken)
    {
        SearchResult found = await index.SearchAsync(query, new SearchOptions { Limit = 5 }, cancellationToken);
        return found.Hits.Count == 0 ? $"Nothing: {found.Reason}" : string.Join('\n', found.Hits.Select(hit => $"{hit.Unit.QualifiedName} {hit.Unit.Path}:{hit.Unit.Lines} {hit.Unit.Signature}"));
    }

    [Description("Names what calls a function.")]
    private string Callers([Description("The function's qualified name.")] string symbol) =>
        string.Join('\n', index.Find(symbol).SelectMany(unit => index.Graph.CallersOf(unit)).Select(edge => $"{edge.From.QualifiedName} {edge.From.Path}:{edge.Line} ({edge.Certainty})").DefaultIfEmpty("No callers."));

    [Description("Shows the code of a function or type.")]
    private string Show([Description("The qualified name.")] string symbol) =>
        string.Join("\n\n", index.Find(symbol).Take(3).Select(unit => $"{unit.Path}:{unit.Lines}\n{unit.Body}").DefaultIfEmpty($"There is no {symbol}."));
}
