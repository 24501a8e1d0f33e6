using System.Globalization;

namespace StructIndex;

/// <summary>The tables of a report.</summary>
internal static class HtmlTables
{
    /// <summary>The index beside its baselines and an earlier run; by file alone too, where questions ask for less than a file.</summary>
    public static void Systems(HtmlText html, EvaluationReport report)
    {
        html.Element("h2", "Beside its baselines");
        html.Element("p", "The same questions asked of each leg alone and of chunks without structure. p: how likely luck alone makes a difference in nDCG@10 as large as this (paired randomisation test). Lines read: the median of the lines of all results up to the first right one; a chunk is long where a function is short.", "hint");
        Runs(html, [.. report.Runs], Measures(report));
        if (report.Run.HasPlaces)
        {
            html.Element("h2", "By file alone");
            html.Element("p", "The same answers where it is enough to find the file. Above, a result must also touch the lines or bear the name that was asked for, which a long chunk does more easily.", "hint");
            Runs(html, [.. report.Runs.Select(run => run.ByFile())], Measures(report));
        }
    }

    /// <summary>The measures by category, and by whether a question names its answer, where there are several.</summary>
    public static void Categories(HtmlText html, EvaluationReport report)
    {
        if (!report.Run.Parts.Any())
        {
            return;
        }

        EvaluationMeasure[] measures = Measures(report);
        html.Element("h2", "By category");
        Header(html, ["category", "questions", .. measures.Select(Title)]);
        foreach (EvaluationSummary category in report.Run.Parts)
        {
            html.Markup($"<tr><td>{(category.Category.Length == 0 ? "(none)" : category.Category)}</td><td>{category.Count}</td>");
            Values(html, category, measures);
            html.Raw("</tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }

    /// <summary>What was refused.</summary>
    public static void Abstention(HtmlText html, EvaluationRun run)
    {
        AbstentionSummary abstention = run.Abstention;
        html.Element("h2", "Saying nothing");
        Header(html, ["questions", "asked", "answered", "refused", "right"]);
        int answered = abstention.Answerable - abstention.AnswerableRefused, wrong = abstention.Unanswerable - abstention.UnanswerableRefused;
        html.Markup($"<tr><td>with an answer</td><td>{abstention.Answerable}</td><td>{answered}</td><td>{abstention.AnswerableRefused}</td><td>{abstention.AnsweredShare * 100:0.0} %</td></tr>\n");
        html.Markup($"<tr><td>without an answer</td><td>{abstention.Unanswerable}</td><td>{wrong}</td><td>{abstention.UnanswerableRefused}</td><td>{(abstention.Unanswerable == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{abstention.RefusedShare * 100:0.0} %"))}</td></tr>\n");
        html.Raw("</tbody></table></div>\n");
        html.Markup($"<p class=\"hint\">MRR@10 with refusals as misses: {abstention.MrrWithRefusals:0.0000}. All other figures judge the order also where the search abstained.</p>\n");
    }

    /// <summary>Begins a table that scrolls in a narrow window.</summary>
    public static void Header(HtmlText html, IEnumerable<string> titles)
    {
        html.Raw("<div class=\"scroll\"><table><thead><tr>");
        foreach (string title in titles)
        {
            html.Markup($"<th>{title}</th>");
        }

        html.Raw("</tr></thead><tbody>\n");
    }

    private static void Runs(HtmlText html, EvaluationRun[] runs, EvaluationMeasure[] measures)
    {
        Header(html, ["search", .. measures.Select(Title), "p", "lines read"]);
        foreach (EvaluationRun run in runs)
        {
            bool isOwn = run == runs[0];
            html.Raw(isOwn ? "<tr class=\"own\">" : "<tr>");
            html.Markup($"<td>{run.Name}</td>");
            Values(html, run.Summary, measures);
            html.Markup($"<td class=\"p\">{(isOwn ? "" : P(runs[0].CompareTo(run, EvaluationMeasure.Ndcg10).PValue))}</td>");
            html.Markup($"<td>{(run.MedianLinesRead is { } lines ? lines.ToString(CultureInfo.InvariantCulture) : "-")}</td></tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }

    private static EvaluationMeasure[] Measures(EvaluationReport report) =>
        [.. Enum.GetValues<EvaluationMeasure>().Where(measure => measure != EvaluationMeasure.Mrr || report.IsDeep)];

    private static string Title(EvaluationMeasure measure) => measure switch
    {
        EvaluationMeasure.Mrr10 => "MRR@10",
        EvaluationMeasure.Ndcg10 => "nDCG@10",
        EvaluationMeasure.Mrr => "MRR, uncut",
        _ => measure.Name(),
    };

    private static void Values(HtmlText html, EvaluationSummary summary, EvaluationMeasure[] measures)
    {
        foreach (EvaluationMeasure measure in measures)
        {
            ConfidenceInterval value = summary[measure];
            html.Markup($"<td>{value.Mean:0.000}<small>{value.Low:0.000} to {value.High:0.000}</small></td>");
        }
    }

    private static string P(double p) => p < .001 ? "< 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);
}
