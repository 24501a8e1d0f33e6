namespace StructIndex;

/// <summary>The measures of a group of questions that have an answer, each a mean with its 95 % interval.</summary>
public sealed class EvaluationSummary
{
    private static readonly EvaluationMeasure[] s_measures = Enum.GetValues<EvaluationMeasure>();
    private readonly ConfidenceInterval[] _values;

    private EvaluationSummary(string category, int count, ConfidenceInterval[] values) => (Category, Count, _values) = (category, count, values);

    /// <summary>The category; empty for all questions together.</summary>
    public string Category { get; }

    /// <summary>Number of questions; those that should get no answer are not among them.</summary>
    public int Count { get; }

    /// <summary>The mean of a measure, with its interval.</summary>
    /// <param name="measure">The measure.</param>
    public ConfidenceInterval this[EvaluationMeasure measure] => _values[(int)measure];

    internal static EvaluationSummary Of(string category, IReadOnlyCollection<QueryEvaluation> queries) => new(
        category, queries.Count, [.. s_measures.Select(measure => ConfidenceInterval.Bootstrap([.. queries.Select(query => measure.Of(query.Metrics))]))]);
}
