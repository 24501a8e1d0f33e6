using System.Text.RegularExpressions;

namespace StructIndex.Tests;

/// <summary>What the naming rules of the analyzers cannot say.</summary>
public class NamingTests
{
    [Fact]
    public void Limits_are_named_Max_and_Min()
    {
        string source = Path.Combine(Repository.Root, "src");
        Regex otherwise = new(@"\b(const|static readonly) [^=;(]*\b(Most|Fewest|Longest|Largest|Shortest|Smallest|Least)([A-Z]\w*)? =", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);
        string[] files = [.. Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];
        Assert.True(files.Length > 300, "the source was not found");
        Assert.DoesNotContain(files.SelectMany(File.ReadLines), line => otherwise.IsMatch(line));
    }
}
