using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace StructIndex;

/// <summary>The tool <c>map</c>.</summary>
[McpServerToolType]
internal sealed class MapTool(IndexGate gate)
{
    private const int MaxDepth = 10;

    [McpServerTool(Name = "map", Title = "Map of a folder", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(MapAnswer))]
    [Description("Lists the folders below a folder with how many files and units they hold, and the files in it with what they declare.")]
    public async Task<CallToolResult> MapAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("Path of the folder from the root of the index; empty for the root.")] string folder = "",
        [Description("How many levels of folders to list, 1 to 10.")] int depth = 2,
        [Description("Where to go on: the number that the last answer gave.")] int offset = 0,
        [Description(Limits.TokensDescription)] int maxTokens = Limits.DefaultTokens,
        CancellationToken cancellationToken = default)
    {
        Limits.Check(maxTokens, offset);
        Limits.CheckRange(nameof(depth), depth, 1, MaxDepth);
        CodeIndex index = await gate.GetAsync(withEdges: false, progress, cancellationToken).ConfigureAwait(false);
        string root = IndexedPaths.FolderOf(index, folder);
        IReadOnlyList<MapItem> items = FolderMap.Of(index.Units, root, depth);
        Page<MapItem> page = Page<MapItem>.Fill(items, offset, items.Count, maxTokens, AnswerFormat.Types.MapItem, static (item, _) => item.Describe());
        return Answer.Of(page.Text, new MapAnswer(page.Items, page.Next), AnswerFormat.Types.MapAnswer);
    }
}
