namespace StructIndex.Benchmarks;

/// <summary>A question with the features of the files that a ranker may order, and which of its targets each file is.</summary>
/// <param name="Question">The question.</param>
/// <param name="Repository">Number of its repository.</param>
/// <param name="Features">For each candidate, in fused order, its features.</param>
/// <param name="Hits">For each candidate whether it is a target.</param>
/// <param name="Paths">For each candidate its path.</param>
internal sealed record RankingQuery(DevelopmentQuery Question, int Repository, float[][] Features, bool[] Hits, string[] Paths)
{
    /// <summary>nDCG@10 and the rank of the first target (0 for none in ten) under a score.</summary>
    public (double Ndcg, int First) Score(Func<float[], double> scoreOf)
    {
        int[] order = [.. Enumerable.Range(0, Features.Length).OrderByDescending(i => scoreOf(Features[i])).ThenBy(i => i).Take(10)];
        double gained = 0, ideal = 0;
        int first = 0;
        for (int rank = 1; rank <= order.Length; rank++)
        {
            if (Hits[order[rank - 1]])
            {
                gained += 1 / Math.Log2(rank + 1);
                first = first == 0 ? rank : first;
            }
        }

        for (int rank = 1; rank <= Math.Min(10, Question.Targets.Count); rank++)
        {
            ideal += 1 / Math.Log2(rank + 1);
        }

        return (gained / ideal, first);
    }
}
