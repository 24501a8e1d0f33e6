using System.Globalization;
using System.Text;

namespace StructIndex.Tests;

/// <summary>
/// Small inputs that tools of this kind get wrong: the folders of <c>Cases</c>, and beside each the units with their documentation, the edges
/// and the failures that are right. With <c>STRUCTINDEX_UPDATE_GOLDEN=1</c> in the environment these are written anew, to be reviewed as a diff.
/// </summary>
public sealed class CasesTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "StructIndex.Tests", "Cases");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(s_folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Units_documentation_edges_and_failures_are_right(string name)
    {
        // Apart from this repository, whose project files would count.
        using TemporaryFolder folder = new();
        string input = Path.Combine(s_folder, name);
        foreach (string file in Directory.GetFiles(input, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(folder.FullPath, Path.GetRelativePath(input, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        string found = Describe(await CodeIndexer.IndexDirectoryAsync(folder.FullPath, cancellationToken: TestContext.Current.CancellationToken));
        string expected = Path.Combine(s_folder, $"{name}.txt");
        if (Environment.GetEnvironmentVariable("STRUCTINDEX_UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(expected, found, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(expected, TestContext.Current.CancellationToken), found);
    }

    private static string Describe(CodeIndex index)
    {
        StringBuilder text = new();
        foreach (CodeUnit unit in index.Units)
        {
            text.Append(CultureInfo.InvariantCulture, $"{unit.Path}:{unit.Lines} {unit.Kind} {unit.QualifiedName}\n");
            foreach (string line in unit.Documentation.Length > 0 ? unit.Documentation.Split('\n') : [])
            {
                text.Append(CultureInfo.InvariantCulture, $"  | {line}\n");
            }
        }

        text.Append('\n');
        foreach (CodeEdge edge in index.Graph.Edges)
        {
            text.Append(CultureInfo.InvariantCulture, $"{edge.From.Path}:{edge.Line} {edge.From.QualifiedName} {edge.Kind} {edge.To.QualifiedName} ({edge.Certainty})\n");
        }

        text.Append('\n');
        foreach (FileFailure failure in index.Failures)
        {
            text.Append(CultureInfo.InvariantCulture, $"{failure.Path} {failure.Kind}\n");
        }

        return text.ToString().Trim('\n') + "\n";
    }
}
