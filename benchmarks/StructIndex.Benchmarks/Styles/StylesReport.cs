using System.Globalization;
using System.Text;

namespace StructIndex.Benchmarks;

/// <summary>How many questions there are of each style and language.</summary>
internal static class StylesReport
{
    public static string Of(IReadOnlyList<(StyleRepository Repository, IReadOnlyList<StyledQuestion> Questions, IReadOnlyList<StyledQuestion> Negatives)> all)
    {
        StyledQuestion[] questions = [.. all.SelectMany(one => one.Questions)], negatives = [.. all.SelectMany(one => one.Negatives)];
        StringBuilder report = new(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # Questions in many styles

            {questions.Length:N0} questions with an answer and {negatives.Length:N0} without from {all.Count} public repositories in {all.Select(one => one.Repository.Language).Distinct(StringComparer.Ordinal).Count()} languages
            ({all.Count(one => one.Repository.IsDevelopment)} of them belong to the development set). Nothing of the repositories is kept here; `benchmarks/corpus/styles.tsv` names them, and their bare git directories make the same questions again:

            ```
            dotnet run -c Release --project benchmarks/StructIndex.Benchmarks -- styles --list benchmarks/corpus/styles.tsv --mirror DIR --questions benchmarks/questions --out DIR
            ```

            | style | questions | file named by path | by its name | not named | with functions | other domain | same domain | words swapped | other world |
            |-|-|-|-|-|-|-|-|-|-|

            """));
        foreach (string style in questions.Concat(negatives).Select(question => question.Style).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            StyledQuestion[] own = [.. questions.Where(question => question.Style == style)], none = [.. negatives.Where(question => question.Style == style)];
            report.Append(CultureInfo.InvariantCulture, $"| {style} | {own.Length} | {Named(own, "path")} | {Named(own, "stem")} | {Named(own, "no")} | {own.Count(question => question.Functions.Count > 0)} | {None(none, "other")} | {None(none, "domain")} | {None(none, "swap")} | {None(none, "world")} |\n");
        }

        report.Append("\n| language | repositories | questions |\n|-|-|-|\n");
        foreach (var language in all.GroupBy(one => one.Repository.Language).OrderByDescending(language => language.Sum(one => one.Questions.Count)))
        {
            report.Append(CultureInfo.InvariantCulture, $"| {language.Key} | {language.Count()} | {language.Sum(one => one.Questions.Count)} |\n");
        }

        return report.ToString();
    }

    private static int Named(StyledQuestion[] questions, string named) => questions.Count(question => question.Named == named);

    private static int None(StyledQuestion[] questions, string kind) => questions.Count(question => question.Negative == kind);
}
