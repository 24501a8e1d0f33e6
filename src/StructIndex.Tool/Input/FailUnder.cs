using System.Globalization;

namespace StructIndex;

/// <summary>A measure, and the least value of it with which a build may go on.</summary>
internal sealed record FailUnder(string Measure, double Least)
{
    private const string Answered = "answered";
    private const string Refused = "refused";

    /// <summary>
    /// The measures that can be bounded: those of ranking, and the shares of questions rightly answered and rightly refused.
    /// </summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<EvaluationMeasure>().Select(measure => measure.Name()), Answered, Refused];

    /// <summary>Reads <c>mrr@10=0.3</c>.</summary>
    public static FailUnder Parse(string text)
    {
        string[] parts = text.Split('=');
        bool isNumber = double.TryParse(parts[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out double least);
        return parts.Length == 2 && isNumber && least is >= 0 and <= 1 && Names.Contains(parts[0].ToLowerInvariant())
            ? new FailUnder(parts[0].ToLowerInvariant(), least)
            : throw new ArgumentException($"'--fail-under {text}' is not MEASURE=VALUE with a value from 0 to 1 and one of the measures {string.Join(", ", Names)}");
    }

    public bool IsMetBy(EvaluationRun run) => Value(run) >= Least;

    public string Describe(EvaluationRun run) => string.Create(CultureInfo.InvariantCulture, $"{Measure} is {Value(run):0.0000}, under {Least}");

    private double Value(EvaluationRun run) => Measure switch
    {
        Answered => run.Abstention.AnsweredShare,
        Refused => run.Abstention.RefusedShare,
        _ => run.Summary[EvaluationMeasureExtensions.FromName(Measure)!.Value].Mean,
    };
}
