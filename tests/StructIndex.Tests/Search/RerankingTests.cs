namespace StructIndex.Tests;

/// <summary>Hits that are judged anew are ordered by the search and the judge together.</summary>
public class RerankingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(.25)]
    [InlineData(1)]
    public async Task A_score_is_made_of_both_judgements_each_from_0_to_1(double share)
    {
        CodeIndex index = await CodeIndexer.IndexAsync(
            new MemorySource([.. Enumerable.Range(0, 3).Select(i => new SourceFile($"f{i}.py", $"def parse_header_{i}(line):\n    \"\"\"Parse a header line{string.Concat(Enumerable.Repeat(" of a message", i))}.\"\"\"\n    return line\n"))]),
            cancellationToken: TestContext.Current.CancellationToken);
        SearchOptions options = new() { MinimumRelevance = 0 };
        SearchHit[] plain = [.. (await index.SearchAsync("parse a header", options, TestContext.Current.CancellationToken)).Hits];
        Assert.Equal(3, plain.DistinctBy(hit => hit.Score).Count());

        SearchResult found = await index.SearchAsync("parse a header", options with { Reranker = new Judge(10, 30, 15), RerankShare = share }, TestContext.Current.CancellationToken);
        double[] judged = [0, 1, .25];
        Assert.All(plain.Zip(judged), pair =>
        {
            double searched = (pair.First.Score - plain[^1].Score) / (plain[0].Score - plain[^1].Score);
            Assert.Equal(((1 - share) * searched) + (share * pair.Second), found.Hits.Single(hit => hit.Unit.Id == pair.First.Unit.Id).Score, 1e-9);
        });
        Assert.Equal(found.Hits.OrderByDescending(hit => hit.Score), found.Hits);
    }

    private sealed class Judge(params float[] scores) : IReranker
    {
        public ValueTask<IReadOnlyList<float>> ScoreAsync(string query, IReadOnlyList<string> texts, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<IReadOnlyList<float>>(scores);
    }
}
