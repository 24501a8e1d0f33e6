using System.Globalization;

namespace StructIndex;

/// <summary>Renders a report as one page of XHTML with inline SVG: no script, no network, light or dark as the reader likes.</summary>
internal static class HtmlReport
{
    public static string Render(EvaluationReport report)
    {
        HtmlText html = new();
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        html.Element("title", $"{report.Title}: search quality");
        html.Raw($"<style>\n{HtmlStyle.Text}</style>\n</head>\n<body>\n<main>\n");
        html.Element("h1", $"How well {report.Title} answers");
        html.Element("p", string.Create(CultureInfo.InvariantCulture, $"{report.Run.Queries.Count} questions, of which {report.Run.Abstention.Unanswerable} should get nothing. Means with 95 % bootstrap intervals."), "lead");
        foreach (string note in report.Notes)
        {
            html.Element("p", note, "note");
        }

        HtmlTables.Systems(html, report);
        HtmlTables.Categories(html, report);
        html.Raw("<section class=\"plots\">\n");
        foreach (string figure in HtmlFigures.Of(report.Run))
        {
            html.Raw(figure);
        }

        html.Raw("</section>\n");
        HtmlTables.Abstention(html, report.Run);
        HtmlQueries.Worst(html, report.Run);
        HtmlQueries.All(html, report.Run);
        html.Raw("</main>\n</body>\n</html>\n");
        return html.ToString();
    }
}
