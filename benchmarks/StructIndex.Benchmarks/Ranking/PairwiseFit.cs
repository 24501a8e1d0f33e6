namespace StructIndex.Benchmarks;

/// <summary>
/// Pairwise logistic regression: a target should score above every other candidate of its question. Each repository weighs the same, each question of
/// one the same; a wrong candidate weighs 1/log2(2 + its rank). L2 on the weights of standardised features. Newton's method; no randomness.
/// </summary>
internal sealed class PairwiseFit
{
    private readonly double _regularisation;
    private const int Negatives = 80;

    private readonly int _width;
    private readonly List<Pair> _pairs = [];
    private readonly double[] _deviations;

    public PairwiseFit(IReadOnlyList<RankingQuery> queries, int width, double regularisation)
    {
        (_width, _regularisation) = (width, regularisation);
        _deviations = Deviations(queries, width);
        Dictionary<int, int> perRepository = queries.CountBy(q => q.Repository).ToDictionary();
        foreach (RankingQuery query in queries)
        {
            AddPairs(query, 1.0 / perRepository[query.Repository]);
        }
    }

    /// <summary>The weights fitted on all repositories but one (-1 for all), with only some of the features.</summary>
    public double[] Fit(int without, bool[] uses, double[]? start = null)
    {
        // A feature that has a reason has a sign; one that the data turn round only repairs another, and goes.
        bool[] left = [.. uses];
        while (true)
        {
            double[] weights = FitFree(without, left, start);
            int[] wrong = [.. Enumerable.Range(0, _width).Where(f => weights[f] * RankFeatures.SignOf((RankFeature)f) < 0)];
            if (wrong.Length == 0)
            {
                return weights;
            }

            // The worst first: others may turn back without it.
            int worst = wrong.MaxBy(f => Math.Abs(weights[f] * _deviations[f]));
            left[worst] = false;
        }
    }

    private double[] FitFree(int without, bool[] uses, double[]? start)
    {
        int[] map = [.. Enumerable.Range(0, _width).Where(f => uses[f] && _deviations[f] > 0)];
        double[] weights = [.. map.Select(f => (start?[f] ?? 0) * _deviations[f])];
        double total = _pairs.Where(p => p.Repository != without).Sum(p => p.Weight);
        for (int iteration = 0; iteration < 25; iteration++)
        {
            double[] step = Step(weights, map, without, total);
            double largest = 0;
            for (int i = 0; i < weights.Length; i++)
            {
                weights[i] -= step[i];
                largest = Math.Max(largest, Math.Abs(step[i]));
            }

            if (largest < 1e-4)
            {
                break;
            }
        }

        double[] full = new double[_width];
        for (int i = 0; i < map.Length; i++)
        {
            full[map[i]] = weights[i] / _deviations[map[i]];
        }

        return full;
    }

    private double[] Step(double[] weights, int[] map, int without, double total)
    {
        int n = map.Length;
        double[] gradient = new double[n];
        double[,] hessian = new double[n, n];
        double[] x = new double[n];
        foreach (Pair pair in _pairs)
        {
            if (pair.Repository == without)
            {
                continue;
            }

            double score = 0;
            for (int i = 0; i < n; i++)
            {
                x[i] = pair.Difference[map[i]];
                score += weights[i] * x[i];
            }

            double miss = 1 / (1 + Math.Exp(score));
            double slope = pair.Weight / total * miss, curve = slope * (1 - miss);
            for (int i = 0; i < n; i++)
            {
                gradient[i] -= slope * x[i];
            }

            if (curve < 1e-12)
            {
                continue;
            }

            for (int i = 0; i < n; i++)
            {
                double scaled = curve * x[i];
                for (int j = 0; scaled != 0 && j <= i; j++)
                {
                    hessian[i, j] += scaled * x[j];
                }
            }
        }

        for (int i = 0; i < n; i++)
        {
            gradient[i] += _regularisation * weights[i];
            hessian[i, i] += _regularisation;
        }

        return Solve(hessian, gradient);
    }

    // Cholesky: the regularised Hessian is positive definite.
    private static double[] Solve(double[,] a, double[] b)
    {
        int n = b.Length;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = a[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= a[i, k] * a[j, k];
                }

                a[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / a[j, j];
            }
        }

        double[] x = new double[n];
        for (int i = 0; i < n; i++)
        {
            x[i] = b[i];
            for (int k = 0; k < i; k++)
            {
                x[i] -= a[i, k] * x[k];
            }

            x[i] /= a[i, i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < n; k++)
            {
                x[i] -= a[k, i] * x[k];
            }

            x[i] /= a[i, i];
        }

        return x;
    }

    private void AddPairs(RankingQuery query, double weight)
    {
        int[] targets = [.. Enumerable.Range(0, query.Hits.Length).Where(i => query.Hits[i])];
        foreach (int target in targets)
        {
            int rank = 0;
            for (int other = 0; other < query.Hits.Length && rank < Negatives; other++)
            {
                if (!query.Hits[other])
                {
                    double[] difference = new double[_width];
                    for (int f = 0; f < _width; f++)
                    {
                        difference[f] = _deviations[f] > 0 ? (query.Features[target][f] - query.Features[other][f]) / _deviations[f] : 0;
                    }

                    _pairs.Add(new Pair(difference, weight / targets.Length / Math.Log2(2 + rank++), query.Repository));
                }
            }
        }
    }

    // Of the differences within questions: what is the same for all candidates of a question says nothing.
    private static double[] Deviations(IReadOnlyList<RankingQuery> queries, int width)
    {
        double[] squares = new double[width];
        long count = 0;
        foreach (RankingQuery query in queries)
        {
            for (int f = 0; f < width; f++)
            {
                double mean = query.Features.Length == 0 ? 0 : query.Features.Average(row => row[f]);
                squares[f] += query.Features.Sum(row => (row[f] - mean) * (row[f] - mean));
            }

            count += query.Features.Length;
        }

        return [.. squares.Select(square => Math.Sqrt(square / Math.Max(count, 1)))];
    }

    private sealed record Pair(double[] Difference, double Weight, int Repository);
}
