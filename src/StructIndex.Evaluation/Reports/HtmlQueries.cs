using System.Globalization;

namespace StructIndex;

/// <summary>The questions of a report, one by one.</summary>
internal static class HtmlQueries
{
    private const int MaxWorst = 25;
    private const int MaxResults = 5;

    /// <summary>The worst questions with what was returned instead.</summary>
    public static void Worst(HtmlText html, EvaluationRun run)
    {
        QueryEvaluation[] worst = [.. run.WorstFirst.Where(IsWrong).Take(MaxWorst)];
        html.Element("h2", "Worst questions");
        html.Element("p", worst.Length == 0 ? "None: each question has its answer first." : "With what came first instead. Open one to see more.", "hint");
        for (int i = 0; i < worst.Length; i++)
        {
            One(html, worst[i], isOpen: i < 3);
        }
    }

    /// <summary>The rank of every question.</summary>
    public static void All(HtmlText html, EvaluationRun run)
    {
        html.Element("h2", "Every question");
        html.Markup($"<details><summary>{run.Queries.Count} questions with their ranks</summary>\n");
        HtmlTables.Header(html, ["id", "question", "category", "rank", "nDCG@10", "relevance"]);
        foreach (QueryEvaluation query in run.Queries)
        {
            html.Markup($"<tr><td>{Short(query.Query.Id, 80)}</td><td>{Short(query.Query.Text)}</td><td>{query.Query.Category}</td><td>{Rank(query)}</td>");
            html.Markup($"<td>{(query.Query.ExpectsNothing ? "-" : Number(query.Metrics.Ndcg))}</td><td>{(query.FirstAnswer is { } first ? Number(first.Confidence) : "-")}</td></tr>\n");
        }

        html.Raw("</tbody></table></div></details>\n");
    }

    private static bool IsWrong(QueryEvaluation query) =>
        query.Query.ExpectsNothing ? !query.Answer.Abstained && query.Answer.Items.Count > 0 : query.Metrics.BestRank != 1;

    private static void One(HtmlText html, QueryEvaluation query, bool isOpen)
    {
        html.Raw(isOpen ? "<details open=\"open\">" : "<details>");
        html.Markup($"<summary><span class=\"rank{(query.Metrics.BestRank == 0 ? " bad" : "")}\">{Rank(query)}</span> {Short(query.Query.Text)} <small class=\"hint\">{Short(query.Query.Id, 80)}</small></summary>\n");
        html.Markup($"<p>Expected: <code>{(query.Query.ExpectsNothing ? "nothing" : string.Join(", ", query.Query.Targets))}</code></p>\n");
        if (query.Answer.Reason is { } reason)
        {
            html.Markup($"<p>Refused: {reason}</p>\n");
        }

        HtmlTables.Header(html, ["", "path", "lines", "signature", "relevance"]);
        for (int i = 0; i < Math.Min(MaxResults, query.Answer.Items.Count); i++)
        {
            RetrievedItem item = query.Answer.Items[i];
            bool isRight = query.Query.Targets.Any(target => target.IsHitBy(item));
            html.Raw(isRight ? "<tr class=\"right\">" : "<tr>");
            html.Markup($"<td>{i + 1}</td><td><code>{item.Path}</code></td><td>{Lines(item)}</td><td><code>{Short(item.Signature.Length > 0 ? item.Signature : item.Symbol)}</code></td><td>{(double.IsNaN(item.Relevance) ? "-" : Number(item.Relevance))}</td></tr>\n");
        }

        html.Raw("</tbody></table></div></details>\n");
    }

    private static string Rank(QueryEvaluation query) =>
        query.Query.ExpectsNothing ? IsWrong(query) ? "answered" : "refused"
        : query.Metrics.BestRank > 0 ? string.Create(CultureInfo.InvariantCulture, $"rank {query.Metrics.BestRank}")
        : "not found";

    private static string Lines(RetrievedItem item) => item.Lines == RetrievedItem.WholeFile ? "" : item.Lines.ToString();

    private static string Short(string text, int longest = 300)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= longest ? line : line[..longest] + "...";
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
