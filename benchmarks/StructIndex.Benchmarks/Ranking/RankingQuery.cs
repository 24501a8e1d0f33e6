namespace StructIndex.Benchmarks;

/// <summary>A question with the features of the files that a ranker may order, and which of its targets each file is.</summary>
/// <param name="Question">The question.</param>
/// <param name="Repository">Number of its repository.</param>
/// <param name="Features">For each candidate, in fused order, its features.</param>
/// <param name="Hits">For each candidate whether it is a target.</param>
/// <param name="Paths">For each candidate its path.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record RankingQuery(DevelopmentQuery Question, int Repository, float[][] Features, bool[] Hits, string[] Paths, double Weight = 1);
