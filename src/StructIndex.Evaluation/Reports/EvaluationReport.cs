namespace StructIndex;

/// <summary>What an evaluation found, to be printed, kept and looked at.</summary>
/// <param name="Title">What was indexed.</param>
/// <param name="Run">How the index answered.</param>
/// <param name="Baselines">How less answered.</param>
/// <param name="Earlier">An earlier run on the same questions; null for none.</param>
public sealed record EvaluationReport(string Title, EvaluationRun Run, IReadOnlyList<EvaluationRun> Baselines, EvaluationRun? Earlier = null)
{
    /// <summary>What a reader should know of how the figures came about.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>All runs: the index, the earlier run, the baselines.</summary>
    public IEnumerable<EvaluationRun> Runs => [Run, .. Earlier is null ? [] : (EvaluationRun[])[Earlier], .. Baselines];

    /// <summary>Writes all figures, with the rank of every query, as one JSON object.</summary>
    /// <param name="path">The file.</param>
    public void SaveJson(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = File.Create(path);
        EvaluationJson.Write(this, file);
    }

    /// <summary>Writes a report for people: one file of HTML and SVG that needs no script and no network.</summary>
    /// <param name="path">The file.</param>
    public void SaveHtml(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        File.WriteAllText(path, HtmlReport.Render(this));
    }

    /// <summary>Whether results reach below rank 10, so that the uncut MRR says more than MRR@10.</summary>
    public bool IsDeep => Run.Queries.Any(query => query.Answer.Items.Count > RankingMetrics.Depth);
}
