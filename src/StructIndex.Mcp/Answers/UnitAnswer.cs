using System.Text;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace StructIndex;

/// <summary>One unit with documentation, code and neighbours, cut to a budget by lines of code.</summary>
internal static class UnitAnswer
{
    private const int MaxNeighbours = 8;

    public static CallToolResult Of(CodeUnit unit, CodeGraph graph, int fromLine, int maxTokens)
    {
        UnitItem item = UnitItem.Of(unit);
        Dictionary<string, IReadOnlyList<string>> neighbours = Neighbours(unit, graph);
        string head = $"{item.Describe()}\n\n";
        string tail = string.Concat(neighbours.Select(static group => $"\n{group.Key}: {string.Join(", ", group.Value)}"));
        if (Answer.TokensAsJson(tail) > maxTokens / 3)
        {
            (neighbours, tail) = ([], "");
        }

        int left = maxTokens - (2 * Limits.Envelope) - Answer.TokensAsJson(head) - Answer.TokensAsJson(tail);
        string[] lines = [.. Documentation(unit), .. unit.Body.TrimEnd().ReplaceLineEndings("\n").Split('\n')];
        if (fromLine > lines.Length)
        {
            throw new McpException(FormattableString.Invariant($"It has only {lines.Length} lines; fromLine {fromLine} is behind the last."));
        }

        StringBuilder code = new();
        int at = fromLine - 1;
        for (; at < lines.Length && (left -= Answer.TokensAsJson(lines[at]) + 2) >= 0; at++)
        {
            code.Append(lines[at]).Append('\n');
        }

        if (at == fromLine - 1)
        {
            // A line longer than the budget, as data and generated code have them: its beginning, and on with the next.
            code.Append(Answer.Short(lines[at++])).Append('\n');
        }

        int? next = at < lines.Length ? at + 1 : null;
        string more = next is null ? "" : FormattableString.Invariant($"({lines.Length - at} lines more: fromLine {next})\n");
        return Answer.Of($"{head}{code}{more}{tail}".TrimEnd(), new ShowAnswer([item], code.ToString(), next, neighbours), AnswerFormat.Types.ShowAnswer);
    }

    private static IEnumerable<string> Documentation(CodeUnit unit) =>
        unit.Documentation.Contains('\n') ? unit.Documentation.Split('\n').Select(static line => $"| {line}".TrimEnd()) : [];

    private static Dictionary<string, IReadOnlyList<string>> Neighbours(CodeUnit unit, CodeGraph graph)
    {
        Dictionary<string, IReadOnlyList<string>> groups = new(StringComparer.Ordinal);
        Add("bases", graph.BaseTypesOf(unit), static edge => edge.To);
        Add("implementations", graph.ImplementationsOf(unit), static edge => edge.From);
        Add("callers", graph.CallersOf(unit), static edge => edge.From);
        Add("tests", graph.TestsOf(unit), static edge => edge.From);
        Add("callees", graph.CalleesOf(unit), static edge => edge.To);
        return groups;

        void Add(string name, IReadOnlyList<CodeEdge> edges, Func<CodeEdge, CodeUnit> other)
        {
            string[] names = [.. edges.Select(edge => Answer.Short(other(edge).QualifiedName)).Distinct(StringComparer.Ordinal)];
            if (names.Length > 0)
            {
                groups[name] = names.Length <= MaxNeighbours ? names : [.. names.Take(MaxNeighbours), FormattableString.Invariant($"{names.Length - MaxNeighbours} more")];
            }
        }
    }
}
