namespace StructIndex.Benchmarks;

/// <summary>
/// How much each question counts in the fit of relevance: a style has a weight, of which those with an answer get a share and those without the rest; of these each kind
/// its part, of a kind each repository the same, of a repository each question. What a person or a judge stands behind weighs more than what is made by rule.
/// </summary>
internal static class QuestionWeights
{
    private const double Answered = .8;

    private static readonly Dictionary<string, double> s_styles = new(StringComparer.Ordinal) { ["llm"] = 4, ["commit"] = 2, ["code"] = .5, ["frames"] = .5, ["keywords"] = 1.5 };

    // How often questions of a style have an answer is not known. These shares let one threshold serve all: a commit subject or a mistyped word, whose evidence is
    // poor, is not refused for that, and a description at length has to be met.
    private static readonly Dictionary<string, double> s_answered = new(StringComparer.Ordinal) { ["llm"] = .5, ["commit"] = .92, ["message"] = .85, ["typo"] = .9, ["issue"] = 1 };

    // What had two in five of its words swapped is neither without an answer nor with one.
    private static readonly Dictionary<string, double> s_kinds = new(StringComparer.Ordinal) { ["world"] = .25, ["other"] = .35, ["domain"] = .4, ["near"] = .6, ["swap"] = 0 };

    /// <summary>The weight of each question.</summary>
    public static Dictionary<AskedQuestion, double> Of(IReadOnlyList<AskedQuestion> asked)
    {
        Dictionary<(string Style, string? Kind), int> repositories = asked.Select(one => (one.Question.Style, one.Question.Negative, one.Package)).Distinct().CountBy(row => (row.Style, row.Negative)).ToDictionary();
        Dictionary<(string, string?, string), int> questions = asked.CountBy(one => (one.Question.Style, one.Question.Negative, one.Package)).ToDictionary();
        return asked.ToDictionary(one => one, WeightOf, (IEqualityComparer<AskedQuestion>)ReferenceEqualityComparer.Instance);

        double WeightOf(AskedQuestion one)
        {
            (string style, string? kind) = (one.Question.Style, one.Question.Negative);
            double answered = s_answered.GetValueOrDefault(style, Answered);
            double share = kind is null ? answered : (1 - answered) * s_kinds[kind] / s_kinds.Where(other => repositories.ContainsKey((style, other.Key))).Sum(other => other.Value);
            return s_styles.GetValueOrDefault(style, 1) * share / repositories[(style, kind)] / questions[(style, kind, one.Package)];
        }
    }
}
