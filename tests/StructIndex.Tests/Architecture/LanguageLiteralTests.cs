using System.Text.RegularExpressions;

namespace StructIndex.Tests;

/// <summary>What is particular to a language is said by its rules; the resolver asks them and knows no language by name.</summary>
public partial class LanguageLiteralTests
{
    [Theory]
    [InlineData("Graph")]
    [InlineData("Units")]
    [InlineData("Text")]
    [InlineData("Search")]
    [InlineData("Context")]
    public void No_code_of_the_core_behind_the_parsers_names_a_language(string folder)
    {
        string[] files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "StructIndex.Core", folder), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => File.ReadLines(file).Where(NamesLanguage).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}")));
    }

    [Theory]
    [InlineData("unit.Language == \"go\"", true)]
    [InlineData("x is \"rust\" or \"y\"", true)]
    [InlineData("/// <param name=\"text\">The text.</param>", false)]
    [InlineData("throw new ArgumentException(\"it does go on\")", false)]
    public void Only_quoted_names_in_code_count(string line, bool counts) => Assert.Equal(counts, NamesLanguage(line));

    private static bool NamesLanguage(string line) =>
        !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Quoted().Matches(line).Any(match => LanguageCatalog.All.Contains(match.Groups["name"].Value));

    [GeneratedRegex("\"(?<name>[a-z]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
