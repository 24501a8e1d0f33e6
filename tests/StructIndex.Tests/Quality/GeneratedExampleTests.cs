using StructIndex.Benchmarks;

namespace StructIndex.Tests;

/// <summary>Floors under the quality of search, on the generated examples of the benchmarks.</summary>
public class GeneratedExampleTests
{
    public static TheoryData<string> Languages => [.. ConfusableSiblings.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Middleware_that_differs_in_a_role_word_is_told_apart_by_its_name_alone(string language)
    {
        SiblingScore score = await SiblingScore.MeasureAsync(ConfusableSiblings.Middleware(language, roleInBody: false));
        Assert.Equal(1, score.Search);
        Assert.Equal(1, score.Dense);
        Assert.True(score.Margin > .05, $"margin {score.Margin}");
    }

    [Fact]
    public async Task Middleware_that_names_its_role_in_the_body_too_is_told_apart()
    {
        SiblingScore score = await SiblingScore.MeasureAsync(ConfusableSiblings.Middleware("typescript", roleInBody: true));
        Assert.Equal((1, 1), (score.Search, score.Dense));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Hooks_handlers_and_Hungarian_fields_are_told_apart(string language)
    {
        foreach (ConfusableSiblings siblings in (ConfusableSiblings[])[ConfusableSiblings.Hooks(language), ConfusableSiblings.Handlers(language), ConfusableSiblings.Hungarian(language)])
        {
            Assert.InRange((await SiblingScore.MeasureAsync(siblings)).Search, .98, 1);
        }
    }

    [Fact]
    public async Task Functions_that_only_callers_and_callees_tell_apart_are_found_with_the_graph()
    {
        string shop = Path.Combine(Repository.Root, "benchmarks", "StructIndex.Benchmarks", "Examples", "shop");
        var without = await NeighbourQuestions.AskAsync(shop, withGraph: false);
        var with = await NeighbourQuestions.AskAsync(shop, withGraph: true);
        Assert.True(with.Count >= 30);
        Assert.InRange(with.Average(answer => answer.Rank == 1 ? 1.0 : 0), .8, 1);
        Assert.InRange(without.Average(answer => answer.Rank == 1 ? 1.0 : 0), 0, .3);
        Assert.Equal(1, with.Single(answer => answer.Question.StartsWith("the critical path", StringComparison.Ordinal)).Rank);
    }
}
