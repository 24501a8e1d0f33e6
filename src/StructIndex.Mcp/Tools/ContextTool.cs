using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace StructIndex;

/// <summary>The tool <c>context</c>.</summary>
[McpServerToolType]
internal sealed class ContextTool(IndexGate gate)
{
    [McpServerTool(Name = "context", Title = "Code for a question", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(ContextAnswer))]
    [Description("Returns the best code for a question within a token budget, as Markdown: whole functions where they fit, else signatures with documentation, with callers and callees.")]
    public async Task<CallToolResult> BuildAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("The question in words, a symbol such as Type.Member, an error message, a stack trace, or code.")] string query,
        [Description("Only these languages, by name or extension, such as python or py.")] string[]? languages = null,
        [Description("Only files that match one of these globs, such as src/**/*.cs.")] string[]? paths = null,
        [Description(Limits.TokensDescription)] int maxTokens = Limits.DefaultTokensOfCode,
        CancellationToken cancellationToken = default)
    {
        Limits.Check(maxTokens);
        CodeIndex index = await gate.GetAsync(withEdges: false, progress, cancellationToken).ConfigureAwait(false);
        ContextOptions options = new() { Filter = Filters.Of(index, languages, paths, kinds: null), MinimumRelevance = 0, CountTokens = Answer.TokensAsJson };
        ContextPack pack = await index.BuildContextAsync(query, maxTokens - Limits.Envelope, options, cancellationToken).ConfigureAwait(false);
        string text = pack.Pieces.Count > 0 ? pack.Text : $"Nothing found: {pack.Reason}";
        return Answer.Of(text, new ContextAnswer(text, pack.LeftOut.Count), AnswerFormat.Types.ContextAnswer);
    }
}
