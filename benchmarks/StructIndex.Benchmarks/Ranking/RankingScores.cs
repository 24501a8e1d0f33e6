using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>The figures of a ranking of all questions: nDCG@10 (mean over repositories), MRR@10 and hit@k (over questions).</summary>
internal sealed class RankingScores
{
    private readonly List<(RankingQuery Query, double Ndcg, int First)> _rows = [];

    /// <summary>Adds the questions, each scored by the weights of its repository.</summary>
    public RankingScores(IReadOnlyList<RankingQuery> queries, Func<int, double[]> weightsOf)
    {
        foreach (RankingQuery query in queries)
        {
            double[] weights = weightsOf(query.Repository);
            (double ndcg, int first) = query.Score(row => Dot(weights, row));
            _rows.Add((query, ndcg, first));
        }
    }

    public IReadOnlyList<(RankingQuery Query, double Ndcg, int First)> Rows => _rows;

    public double Ndcg => _rows.GroupBy(row => row.Query.Repository).Average(group => group.Average(row => row.Ndcg));

    public double Mrr => _rows.Average(row => row.First > 0 ? 1.0 / row.First : 0);

    public double HitAt(int k) => _rows.Average(row => row.First > 0 && row.First <= k ? 1.0 : 0);

    public double NdcgOf(string category) => _rows.Where(row => row.Query.Question.Category == category).GroupBy(row => row.Query.Repository).Average(group => group.Average(row => row.Ndcg));

    public double NdcgOf(int repository) => _rows.Where(row => row.Query.Repository == repository).Average(row => row.Ndcg);

    public IEnumerable<string> Categories => _rows.Select(row => row.Query.Question.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"nDCG@10 {Ndcg:0.0000}  MRR@10 {Mrr:0.0000}  hit@1 {HitAt(1):0.0000}  hit@5 {HitAt(5):0.0000}  hit@10 {HitAt(10):0.0000}  ") + string.Join("  ", Categories.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c} {NdcgOf(c):0.0000}")));

    public static double Dot(double[] weights, float[] row)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * row[i];
        }

        return sum;
    }
}
