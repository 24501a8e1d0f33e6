using System.Globalization;
using System.Text;

namespace StructIndex.Tests;

public sealed class EdgeSuiteTests
{
    [Theory]
    [InlineData("kotlin", 25, 0.98, 0.98)]
    [InlineData("php", 25, 0.98, 0.98)]
    [InlineData("python", 38, 0.98, 0.98)]
    [InlineData("ruby", 25, 0.98, 0.98)]
    [InlineData("scala", 25, 0.98, 0.95)]
    [InlineData("swift", 25, 0.98, 0.98)]
    public void Calls_of_small_programs_are_found_and_few_are_wrong(string language, int count, double leastPrecision, double leastRecall)
    {
        int right = 0, ours = 0, wanted = 0;
        StringBuilder differences = new();
        IReadOnlyList<EdgeSuite> programs = EdgeSuite.Read(language);
        Assert.Equal(count, programs.Count);
        foreach (EdgeSuite program in programs)
        {
            string[] found = [.. program.Found()];
            string[] matched = [.. found.Where(edge => program.Edges.Any(wanted => EdgeSuite.Matches(edge, wanted)))];
            string[] missing = [.. program.Edges.Where(edge => !found.Any(one => EdgeSuite.Matches(one, edge)))];
            (right, ours, wanted) = (right + matched.Length, ours + found.Length, wanted + program.Edges.Count);
            Append(differences, program.Name, "wrong", found.Except(matched));
            Append(differences, program.Name, "missing", missing);
        }

        string figures = string.Create(CultureInfo.InvariantCulture, $"{language}: precision {(double)right / ours:0.000}, recall {(double)right / wanted:0.000}\n{differences}");
        TestContext.Current.SendDiagnosticMessage("{0}", figures);
        Assert.True((double)right / ours >= leastPrecision && (double)right / wanted >= leastRecall, figures);
    }

    private static void Append(StringBuilder text, string program, string what, IEnumerable<string> edges)
    {
        foreach (string edge in edges)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {program}: {what} {edge}\n");
        }
    }
}
