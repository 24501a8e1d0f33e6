using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace StructIndex;

/// <summary>The tool <c>show</c>.</summary>
[McpServerToolType]
internal sealed class ShowTool(IndexGate gate)
{
    [McpServerTool(Name = "show", Title = "Show a symbol", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(ShowAnswer))]
    [Description("Shows one function, type or member: documentation, code, callers, tests, callees, bases and implementations. Several of the same name are listed with their ids.")]
    public async Task<CallToolResult> ShowAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description(Limits.SymbolDescription)] string symbol,
        [Description("First line of its code to show, from 1; an answer that was cut says where to go on.")] int fromLine = 1,
        [Description(Limits.TokensDescription)] int maxTokens = Limits.DefaultTokensOfCode,
        CancellationToken cancellationToken = default)
    {
        Limits.Check(maxTokens);
        Limits.CheckRange(nameof(fromLine), fromLine, 1, int.MaxValue);
        CodeIndex index = await gate.GetAsync(withEdges: false, progress, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<CodeUnit> units = await Symbols.FindAsync(index, symbol, cancellationToken).ConfigureAwait(false);
        if (units.Count == 1)
        {
            return UnitAnswer.Of(units[0], index.Graph, fromLine, maxTokens);
        }

        string head = $"{units.Count} symbols are named {symbol}; show one of them by its id.\n";
        Page<UnitItem> page = Page<UnitItem>.Fill(
            [.. units.Select(unit => UnitItem.Of(unit))], 0, units.Count, maxTokens - Answer.Tokens(head), AnswerFormat.Types.UnitItem, (item, _) => $"{item.Describe()}\n   id {item.Id}");
        return Answer.Of(head + page.Text, new ShowAnswer(page.Items), AnswerFormat.Types.ShowAnswer);
    }
}
