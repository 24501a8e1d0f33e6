using Microsoft.CodeAnalysis;

namespace StructIndex.Tests;

/// <summary>Documents stay true: their code compiles, and the files that they name exist.</summary>
public class DocumentationTests
{
    private const int MaxSourceLines = 400;

    public static TheoryData<string> Documents => [.. MarkdownFiles.Paths];

    public static TheoryData<string> DocumentsWithCode => [.. MarkdownFiles.Paths.Where(path => MarkdownFiles.Snippets(path).Count > 0)];

    [Theory]
    [MemberData(nameof(DocumentsWithCode))]
    public void Code_in_a_document_compiles_as_a_program_of_its_own(string path) => Assert.All(MarkdownFiles.Snippets(path), snippet =>
        Assert.Empty(Snippet.Compile(snippet, TestContext.Current.CancellationToken).GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_file_and_folder_that_a_document_names_exists(string path) =>
        Assert.All(MarkdownFiles.NamedPaths(path), named => Assert.True(Path.Exists(Path.Combine(Repository.Root, named)), $"{path} names {named}, which does not exist."));

    [Fact]
    public void Every_package_has_a_readme_with_the_command_that_adds_it() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => File.ReadAllText(project).Contains("<IsPackable>true", StringComparison.Ordinal)),
        project =>
        {
            string readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "README.md"));
            string package = Path.GetFileNameWithoutExtension(project);
            Assert.True(
                readme.Contains($"dotnet add package {package}\n", StringComparison.Ordinal) || readme.Contains($"dotnet tool install -g {package}\n", StringComparison.Ordinal),
                $"{package}: README.md does not say how it is added.");
        });

    [Fact]
    public void No_source_file_is_longer_than_400_lines() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
        file => Assert.InRange(File.ReadLines(file).Count(), 0, MaxSourceLines));
}
