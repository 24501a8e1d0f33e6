using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace StructIndex;

/// <summary>The tool <c>outline</c>.</summary>
[McpServerToolType]
internal sealed class OutlineTool(IndexGate gate)
{
    [McpServerTool(Name = "outline", Title = "Outline of a file", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(OutlineAnswer))]
    [Description("Lists what a file declares, nested, with lines and signatures, without the code.")]
    public async Task<CallToolResult> OutlineAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("Path of the file from the root of the index, or its end.")] string path,
        [Description("Where to go on: the number that the last answer gave.")] int offset = 0,
        [Description(Limits.TokensDescription)] int maxTokens = Limits.DefaultTokens,
        CancellationToken cancellationToken = default)
    {
        Limits.Check(maxTokens, offset);
        CodeIndex index = await gate.GetAsync(withEdges: false, progress, cancellationToken).ConfigureAwait(false);
        string file = IndexedPaths.FileOf(index, path);
        CodeUnit[] units = [.. index.Units.Where(unit => unit.Path == file)];
        string head = $"{file}, {units[0].Language}\n";
        Page<UnitItem> page = Page<UnitItem>.Fill(
            [.. units.Select(unit => UnitItem.Of(unit))], offset, units.Length, maxTokens - Answer.Tokens(head), AnswerFormat.Types.UnitItem, (item, at) => Line(units, at, item));
        return Answer.Of(head + page.Text, new OutlineAnswer(file, page.Items, page.Next), AnswerFormat.Types.OutlineAnswer);
    }

    private static string Line(CodeUnit[] units, int at, UnitItem item)
    {
        CodeUnit unit = units[at];
        int depth = units.Take(at).Count(outer => outer.Lines.Start <= unit.Lines.Start && outer.Lines.End >= unit.Lines.End && outer.Kind != UnitKind.Module);
        return $"{new string(' ', 2 * depth)}{unit.Lines} {item.Kind} {(item.Signature.Length > 0 ? item.Signature : unit.Name)}";
    }
}
