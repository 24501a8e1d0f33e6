using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace StructIndex;

/// <summary>The tool <c>impact</c>.</summary>
[McpServerToolType]
internal sealed class ImpactTool(IndexGate gate)
{
    private const int MaxDepth = 20;

    [McpServerTool(Name = "impact", Title = "What a change reaches", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(ImpactAnswer))]
    [Description("Lists what a change of a symbol reaches through its users, and theirs: first the tests to run, then all others, nearest and surest first. A type changes with all its members.")]
    public async Task<CallToolResult> ListAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description(Limits.SymbolDescription)] string symbol,
        [Description("How many uses to follow, 1 to 20.")] int depth = 3,
        [Description("Where to go on: the number that the last answer gave.")] int offset = 0,
        [Description(Limits.TokensDescription)] int maxTokens = Limits.DefaultTokens,
        CancellationToken cancellationToken = default)
    {
        Limits.Check(maxTokens, offset);
        Limits.CheckRange(nameof(depth), depth, 1, MaxDepth);
        CodeIndex index = await gate.GetAsync(withEdges: true, progress, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<CodeUnit> units = await Symbols.FindAsync(index, symbol, cancellationToken).ConfigureAwait(false);
        ChangeImpact impact = index.Graph.Impact(WithMembers(index.Graph, units), depth);
        ImpactItem[] reached = [.. impact.Tests.Select(static test => ImpactItem.Of(test, isTest: true)), .. impact.Reached.Select(static user => ImpactItem.Of(user, isTest: false))];
        string changed = units.Count > 1 ? $"{units.Count} symbols named {Answer.Short(symbol)}" : Answer.Short(units[0].QualifiedName);
        string head = FormattableString.Invariant($"{Gaps.Of(index)}{changed}: {impact.Tests.Count} tests to run, {impact.Reached.Count} other users within {depth} uses\n");
        Page<ImpactItem> page = Page<ImpactItem>.Fill(
            reached, offset, reached.Length, maxTokens - Answer.Tokens(head), AnswerFormat.Types.ImpactItem, static (item, _) => item.Describe());
        return Answer.Of((head + page.Text).TrimEnd(), new ImpactAnswer(page.Items, impact.Tests.Count, impact.Reached.Count, page.Next), AnswerFormat.Types.ImpactAnswer);
    }

    private static List<CodeUnit> WithMembers(CodeGraph graph, IEnumerable<CodeUnit> units)
    {
        List<CodeUnit> all = [.. units];
        HashSet<CodeUnit> seen = [.. all];
        for (int at = 0; at < all.Count; at++)
        {
            all.AddRange(all[at].Kind.IsType() ? graph.MembersOf(all[at]).Where(seen.Add) : []);
        }

        return all;
    }
}
