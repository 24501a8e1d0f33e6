namespace StructIndex.Tests;

/// <summary>
/// Each language against a small file of our own: <c>Golden/LANGUAGE/sample.*</c> and what must be found in it, <c>expected.txt</c>.
/// With <c>STRUCTINDEX_UPDATE_GOLDEN=1</c> in the environment the expectations are written anew, to be reviewed as a diff.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "StructIndex.Tests", "TreeSitter", "Golden");

    public static TheoryData<string> Samples => [.. Directory.GetFiles(s_folder, "sample*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(s_folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Declarations_documentation_uses_and_edges_are_those_expected(string sample)
    {
        string path = Path.Combine(s_folder, sample);
        SourceFile file = new(Path.GetFileName(path), File.ReadAllText(path));
        Assert.Equal(Path.GetDirectoryName(sample), file.Language);
        ParsedFile parsed = new TreeSitterParser().Parse([file], null, null, TestContext.Current.CancellationToken).Files[0];
        string found = GoldenText.Of(parsed);
        string expected = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path).Replace("sample", "expected", StringComparison.Ordinal) + ".txt");
        if (Environment.GetEnvironmentVariable("STRUCTINDEX_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(expected, found);
        }

        Assert.Equal(File.ReadAllText(expected), found);
    }

    [Fact]
    public void Every_language_has_a_sample()
        => Assert.Equal(TreeSitterParser.Languages, Directory.GetDirectories(s_folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal));
}
