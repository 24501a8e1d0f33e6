using System.ComponentModel;
using System.Globalization;
using System.Text;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace StructIndex;

/// <summary>The tool <c>status</c>.</summary>
[McpServerToolType]
internal sealed class StatusTool(IndexGate gate)
{
    private const int MaxFailures = 10;

    [McpServerTool(Name = "status", Title = "State of the index", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(StatusAnswer))]
    [Description("Says how far indexing is, how much the index holds, and which files could not be read or only in part.")]
    public CallToolResult Describe()
    {
        CodeIndex? index = gate.Current;
        string state = gate.State.ToString();
        FailureItem[] failures = [.. (index?.Failures ?? []).Take(MaxFailures).Select(static failure => new FailureItem(Answer.Short(failure.Path), Answer.Name(failure.Kind), Answer.Short(failure.Message)))];
        StatusAnswer answer = new(
            state,
            index?.Units.Select(static unit => unit.Path).Distinct(StringComparer.Ordinal).Count() ?? 0,
            index?.Units.Count ?? 0,
            index?.Graph.Edges.Count ?? 0,
            [.. (index?.Units ?? []).GroupBy(static unit => unit.Language, StringComparer.Ordinal).OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal).Select(static group => group.Key)],
            index?.Failures.Count ?? 0,
            failures);
        return Answer.Of(Write(answer), answer, AnswerFormat.Types.StatusAnswer);
    }

    private static string Write(StatusAnswer answer)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"The index is {answer.State}.\n{answer.Files} files, {answer.Units} units, {answer.Edges} edges\nlanguages: {string.Join(' ', answer.Languages)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{answer.FailureCount} files could not be read, or only in part{(answer.FailureCount > 0 ? ":" : "")}");
        foreach (FailureItem failure in answer.Failures)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {failure.Path}: {failure.Kind}: {failure.Message}");
        }

        return answer.FailureCount > answer.Failures.Count ? text.Append(CultureInfo.InvariantCulture, $"\n  and {answer.FailureCount - answer.Failures.Count} more").ToString() : text.ToString();
    }
}
