using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace StructIndex;

/// <summary>The tool <c>search</c>.</summary>
[McpServerToolType]
internal sealed class SearchTool(IndexGate gate)
{
    // Always searched to this depth, so that pages of one question fit together.
    private const int MaxHits = 50;

    [McpServerTool(Name = "search", Title = "Search code", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(SearchAnswer))]
    [Description("Finds the functions and types that answer a question in words, or that a name, error message, stack trace or piece of code points at. Returns places with signatures, best first, not code.")]
    public async Task<CallToolResult> SearchAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("The question in words, a symbol such as Type.Member, an error message, a stack trace, or code.")] string query,
        [Description("Most results, 1 to 50.")] int limit = 10,
        [Description("Where to go on: the number that the last answer gave.")] int offset = 0,
        [Description("Only these languages, by name or extension, such as python or py.")] string[]? languages = null,
        [Description("Only files that match one of these globs, such as src/**/*.cs.")] string[]? paths = null,
        [Description("Only these kinds of units, such as class, method or function.")] string[]? kinds = null,
        [Description("How probable an answer must be, 0 to 1; 0 always answers. Left out: what the index was calibrated for.")] double? minRelevance = null,
        [Description(Limits.TokensDescription)] int maxTokens = Limits.DefaultTokens,
        CancellationToken cancellationToken = default)
    {
        Limits.Check(maxTokens, offset);
        Limits.CheckRange(nameof(limit), limit, 1, MaxHits);
        Limits.CheckRange(nameof(minRelevance), minRelevance ?? 0, 0, 1);
        CodeIndex index = await gate.GetAsync(withEdges: false, progress, cancellationToken).ConfigureAwait(false);
        SearchOptions options = new() { Limit = MaxHits, MinimumRelevance = minRelevance, Filter = Filters.Of(index, languages, paths, kinds) };
        SearchResult found = await index.SearchAsync(query, options, cancellationToken).ConfigureAwait(false);
        if (found.Hits.Count == 0)
        {
            string nearest = minRelevance is 0 ? "" : " With minRelevance 0 you see what comes nearest.";
            return Answer.Of($"Nothing found: {found.Reason}{nearest}", new SearchAnswer([], null, found.Reason), AnswerFormat.Types.SearchAnswer);
        }

        string doubt = found.Reason is null ? "" : $"Weak: {found.Reason}\n";
        UnitItem[] hits = [.. found.Hits.Select(static hit => UnitItem.Of(hit.Unit, hit.Relevance))];
        Page<UnitItem> page = Page<UnitItem>.Fill(hits, offset, limit, maxTokens - Answer.TokensAsJson(doubt), AnswerFormat.Types.UnitItem, Describe);
        return Answer.Of(doubt + page.Text, new SearchAnswer(page.Items, page.Next, found.Reason), AnswerFormat.Types.SearchAnswer);

        string Describe(UnitItem item, int at) => $"{at + 1}. {item.Describe()}";
    }
}
