using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>A predicate of a query pattern. The tree-sitter core only stores them; the caller evaluates them.</summary>
internal sealed class QueryPredicate
{
    private const int CaptureStep = 1;
    private const int StringStep = 2;
    private readonly string _operation;
    private readonly uint _capture;
    private readonly uint? _otherCapture;
    private readonly string[] _values;
    private readonly bool _negated;
    private readonly Regex? _pattern;

    private QueryPredicate(string operation, uint capture, uint? otherCapture, string[] values, bool negated)
    {
        _operation = operation;
        _capture = capture;
        _otherCapture = otherCapture;
        _values = values;
        _negated = negated;
        _pattern = operation == "match"
            ? new Regex(values[0], RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout)
            : null;
    }

    /// <summary>The predicates of a pattern; null when it has none.</summary>
    /// <exception cref="TreeSitterException">A predicate is unknown or badly formed.</exception>
    public static QueryPredicate[]? Read(TsQuery query, int pattern, string name)
    {
        List<QueryPredicate> predicates = [];
        List<TsPredicateStep> steps = [];
        foreach (TsPredicateStep step in query.Predicates(pattern))
        {
            if (step.Type is CaptureStep or StringStep)
            {
                steps.Add(step);
                continue;
            }

            string written = query.StringValue(steps[0].Value);
            string operation = written.TrimEnd('?');
            bool negated = operation.StartsWith("not-", StringComparison.Ordinal);
            operation = negated ? operation[4..] : operation;
            if (operation is not ("eq" or "any-of" or "match" or "upper") || steps.Count < (operation == "upper" ? 2 : 3) || steps[1].Type != CaptureStep)
            {
                throw new TreeSitterException($"Query '{name}': predicate #{written} is unknown or badly formed.");
            }

            uint? other = operation == "eq" && steps[2].Type == CaptureStep ? steps[2].Value : null;
            string[] values = [.. steps.Skip(2).Where(value => value.Type == StringStep).Select(value => query.StringValue(value.Value))];
            predicates.Add(new QueryPredicate(operation, steps[1].Value, other, values, negated));
            steps.Clear();
        }

        return predicates.Count == 0 ? null : [.. predicates];
    }

    public bool Accepts(in TsMatch match, string text)
    {
        ReadOnlySpan<char> value = TextOf(match, _capture, text);
        bool holds = _operation switch
        {
            "eq" => value.SequenceEqual(_otherCapture is { } other ? TextOf(match, other, text) : _values[0]),
            "any-of" => IsAnyOf(value),
            "match" => _pattern!.IsMatch(value),
            _ => value.TrimStart('_') is [var first, ..] && char.IsUpper(first),
        };
        return holds != _negated;
    }

    private static unsafe ReadOnlySpan<char> TextOf(in TsMatch match, uint capture, string text)
    {
        for (int i = 0; i < match.Count; i++)
        {
            if (match.Captures[i].Index == capture)
            {
                TsNode node = match.Captures[i].Node;
                int start = node.Start;
                return text.AsSpan(start, node.End - start);
            }
        }

        return [];
    }

    private bool IsAnyOf(ReadOnlySpan<char> value)
    {
        foreach (string candidate in _values)
        {
            if (value.SequenceEqual(candidate))
            {
                return true;
            }
        }

        return false;
    }
}
