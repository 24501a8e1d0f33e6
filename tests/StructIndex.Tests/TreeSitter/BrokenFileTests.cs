namespace StructIndex.Tests;

/// <summary>Each golden sample with something in its middle that no grammar knows.</summary>
public sealed class BrokenFileTests
{
    /// <summary>Places of a sample that are broken, each in a copy of its own.</summary>
    private const int Places = 12;

    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "StructIndex.Tests", "TreeSitter", "Golden");

    /// <summary>The samples but notebooks, which are no JSON any more when a line is added.</summary>
    public static TheoryData<string> Samples => [.. GoldenTests.Samples.Select(row => row.Data).Where(sample => !sample.EndsWith(".ipynb", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Functions_and_types_that_a_broken_file_loses_are_said(string sample)
    {
        string path = Path.GetFileName(sample);
        string[] lines = File.ReadAllLines(Path.Combine(s_folder, sample));
        HashSet<string> whole = NamesOf(Parse(path, lines));
        List<string> silent = [];
        foreach (string broken in (string[])["UNKNOWN_MACRO(x", "?? @@ %%= ]]", "unknown ~> syntax {"])
        {
            for (int place = 1; place < Places; place++)
            {
                int line = place * lines.Length / Places;
                ParsedFile parsed = Parse(path, [.. lines[..line], broken, .. lines[line..]]);
                string[] lost = [.. whole.Except(NamesOf(parsed), StringComparer.Ordinal)];
                if (lost.Length > 0 && !parsed.Failures.Any(failure => failure.IsReadInPart))
                {
                    silent.Add($"{broken} at line {line + 1}: {string.Join(", ", lost)}");
                }
            }
        }

        Assert.True(silent.Count == 0, string.Join('\n', silent));
    }

    /// <summary>Functions and types: lines that declare variables, constants and aliases are not told from others.</summary>
    private static HashSet<string> NamesOf(ParsedFile file) =>
        [.. file.Declarations.Where(declaration => declaration.Kind is not (UnitKind.Property or UnitKind.TypeAlias or UnitKind.Operator or UnitKind.Macro)).Select(declaration => declaration.Name)];

    private static ParsedFile Parse(string path, string[] lines) =>
        new TreeSitterParser().Parse([new SourceFile(path, string.Join('\n', lines))], null, null, TestContext.Current.CancellationToken).Files[0];
}
