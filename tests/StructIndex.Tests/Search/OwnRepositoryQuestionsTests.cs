namespace StructIndex.Tests;

/// <summary>Short questions about this repository, which holds one file for each: they are answered, whatever their style.</summary>
[Trait("Category", "Slow")]
public sealed class OwnRepositoryQuestionsTests
{
    [Theory]
    [InlineData("gitignore negation patterns", "IgnoreRule")]
    [InlineData("camel case splitting", "IdentifierWords")]
    [InlineData("resolve inheritdoc", "InheritedDocumentation")]
    [InlineData("how does ctrl-c stop the tool", "Program")]
    [InlineData("Fix possible corruption in ScoreLexical (CVE-2023-41056)", "RetrievalScores")]
    public async Task It_is_answered_with_the_file(string question, string file)
    {
        SearchResult found = await (await OwnSource.IndexAsync()).SearchAsync(question, cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(found.Abstained, found.Reason);
        Assert.Contains(found.Hits, hit => hit.Unit.Path.Contains(file, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("how long should a sourdough rest before baking")]
    [InlineData("castling rights of a chess position")]
    public async Task What_no_code_here_is_about_is_not_answered(string question) =>
        Assert.NotEqual(SearchOutcome.Answered, (await (await OwnSource.IndexAsync()).SearchAsync(question, cancellationToken: TestContext.Current.CancellationToken)).Outcome);
}
