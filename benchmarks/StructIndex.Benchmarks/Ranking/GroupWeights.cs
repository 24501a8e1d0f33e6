namespace StructIndex.Benchmarks;

/// <summary>
/// How much each question counts in a fit: a style has a weight, which its repositories share evenly, and of those their questions. Questions that a person
/// or a judge stands behind weigh two to five times as much as those that are made from the code by rule.
/// </summary>
internal static class GroupWeights
{
    private static readonly Dictionary<string, double> s_styles = new(StringComparer.Ordinal) { ["llm"] = 5, ["commit"] = 2, ["issue"] = 2, ["code"] = .5, ["frames"] = .5 };

    /// <summary>The weight of each group, 1 on average.</summary>
    public static Dictionary<RankedGroup, double> Of(IReadOnlyList<RankedGroup> groups)
    {
        Dictionary<string, int> repositories = groups.Select(group => (group.Style, group.Repository)).Distinct().CountBy(pair => pair.Style).ToDictionary();
        Dictionary<(string, string), int> questions = groups.CountBy(group => (group.Style, group.Repository)).ToDictionary();
        double[] raw = [.. groups.Select(group => s_styles.GetValueOrDefault(group.Style, 1) / repositories[group.Style] / questions[(group.Style, group.Repository)])];
        double mean = raw.Average();
        return groups.Zip(raw).ToDictionary(pair => pair.First, pair => pair.Second / mean, (IEqualityComparer<RankedGroup>)ReferenceEqualityComparer.Instance);
    }
}
