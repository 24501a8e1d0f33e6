using System.Text.RegularExpressions;

namespace StructIndex.Tests;

/// <summary>
/// What is particular to a language is in its folder; the core asks the rules that a parser gives and names no language that has one. Formats
/// of text, and languages that are read line by line, have their place in the core.
/// </summary>
public partial class LanguageLiteralTests
{
    private static readonly string s_core = Path.Combine(Repository.Root, "src", "StructIndex.Core");
    private static readonly string[] s_parsed = [CSharpParser.Language, .. TreeSitterLanguages.Names];

    [Theory]
    [InlineData("*.cs")]
    [InlineData("*.tsv")]
    public void No_file_of_the_core_names_a_language_that_has_a_parser(string files)
    {
        string[] paths = [.. Directory.GetFiles(s_core, files, SearchOption.AllDirectories).Where(IsSource)];
        Assert.True(paths.Length > 10, "the source was not found");
        Assert.Empty(paths.SelectMany(path => File.ReadLines(path).Where(line => files == "*.cs" ? NamesLanguage(line) : HasRow(path, line)).Select(line => $"{Path.GetFileName(path)}: {line.Trim()}")));
    }

    [Fact]
    public void Every_language_with_a_parser_says_how_its_files_are_named()
    {
        Assert.Equal(31, s_parsed.Length);
        Assert.All(s_parsed, name => Assert.NotEmpty(LanguageFiles.All.Single(files => files.Language == name).Extensions));
    }

    [Fact]
    public void Tables_of_files_have_the_rows_that_are_read()
    {
        string[] known = ["extensions", "names", "interpreters", "generated", "tests", "examples"];
        string[] tables = [.. Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.files.tsv", SearchOption.AllDirectories).Where(IsSource)];
        Assert.Equal(s_parsed.Order(StringComparer.Ordinal), tables.Select(table => Path.GetFileName(table)[..^".files.tsv".Length]).Order(StringComparer.Ordinal));
        Assert.All(tables.SelectMany(File.ReadLines).Where(line => line[0] != '#').Select(line => line.Split('\t')), row =>
        {
            Assert.True(known.Contains(row[0]) ? row.Length == 2 : row.Length == (row[0] switch { "shows" or "begins" => 4, "unites" => 3, _ => 0 }), string.Join(' ', row));
            Assert.True(row.Length == 2 || row[2].Split(' ').All(LanguageCatalog.All.Contains), string.Join(' ', row));
        });
    }

    [Theory]
    [InlineData("unit.Language == \"go\"", true)]
    [InlineData("x is \"rust\" or \"y\"", true)]
    [InlineData("x is \"yaml\"", false)]
    [InlineData("/// <param name=\"c\">The text.</param>", false)]
    [InlineData("throw new ArgumentException(\"it does go on\")", false)]
    public void Only_quoted_names_in_code_count(string line, bool counts) => Assert.Equal(counts, NamesLanguage(line));

    private static bool IsSource(string path) => !path[Repository.Root.Length..].Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin");

    private static bool NamesLanguage(string line) =>
        !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Quoted().Matches(line).Any(match => s_parsed.Contains(match.Groups["name"].Value));

    // Tables of words name languages as words; what a row is about is in its first cell.
    private static bool HasRow(string path, string line) =>
        Path.GetFileName(path) is "languages.tsv" or "comments.tsv" or "line-declarations.tsv" && !line.StartsWith('#') && line.Split('\t')[0].Split(' ').Any(s_parsed.Contains);

    [GeneratedRegex("\"(?<name>[a-z]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
