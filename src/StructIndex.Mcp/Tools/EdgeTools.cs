using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace StructIndex;

/// <summary>The tools <c>callers</c> and <c>callees</c>.</summary>
[McpServerToolType]
internal sealed class EdgeTools(IndexGate gate)
{
    [McpServerTool(Name = "callers", Title = "Who uses a symbol", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(EdgesAnswer))]
    [Description("Lists who calls, constructs or hands over a symbol, with the line of each use and how it is known.")]
    public Task<CallToolResult> CallersAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description(Limits.SymbolDescription)] string symbol,
        [Description("Where to go on: the number that the last answer gave.")] int offset = 0,
        [Description(Limits.TokensDescription)] int maxTokens = Limits.DefaultTokens,
        CancellationToken cancellationToken = default) =>
        ListAsync(symbol, offset, maxTokens, "callers", static (graph, unit) => graph.CallersOf(unit), progress, cancellationToken);

    [McpServerTool(Name = "callees", Title = "What a symbol uses", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(EdgesAnswer))]
    [Description("Lists what a symbol calls, constructs or hands over inside the code base, with the line of each use and how it is known.")]
    public Task<CallToolResult> CalleesAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description(Limits.SymbolDescription)] string symbol,
        [Description("Where to go on: the number that the last answer gave.")] int offset = 0,
        [Description(Limits.TokensDescription)] int maxTokens = Limits.DefaultTokens,
        CancellationToken cancellationToken = default) =>
        ListAsync(symbol, offset, maxTokens, "callees", static (graph, unit) => graph.CalleesOf(unit), progress, cancellationToken);

    private async Task<CallToolResult> ListAsync(
        string symbol, int offset, int maxTokens, string relation, Func<CodeGraph, CodeUnit, IReadOnlyList<CodeEdge>> neighbours, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        Limits.Check(maxTokens, offset);
        CodeIndex index = await gate.GetAsync(withEdges: true, progress, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<CodeUnit> units = await Symbols.FindAsync(index, symbol, cancellationToken).ConfigureAwait(false);
        EdgeItem[] edges = [.. units.SelectMany(unit => neighbours(index.Graph, unit)).Select(EdgeItem.Of)];
        string gaps = Gaps.Of(index);
        string head = gaps + (units.Count > 1 ? $"{relation} of {units.Count} symbols named {symbol}: {edges.Length}\n" : $"{relation} of {units[0].QualifiedName}: {edges.Length}\n");
        if (edges.Length == 0)
        {
            return Answer.Of($"{gaps}{units[0].QualifiedName} has no {relation} in this code base.", new EdgesAnswer([], 0, null), AnswerFormat.Types.EdgesAnswer);
        }

        Page<EdgeItem> page = Page<EdgeItem>.Fill(edges, offset, edges.Length, maxTokens - Answer.Tokens(head), AnswerFormat.Types.EdgeItem, static (edge, _) => edge.Describe());
        return Answer.Of(head + page.Text, new EdgesAnswer(page.Items, edges.Length, page.Next), AnswerFormat.Types.EdgesAnswer);
    }
}
