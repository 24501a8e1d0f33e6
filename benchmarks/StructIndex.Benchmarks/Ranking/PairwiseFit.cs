using System.Numerics.Tensors;

namespace StructIndex.Benchmarks;

/// <summary>
/// Pairwise logistic regression: a target should score above every other candidate of its question. Each repository weighs the same, each question of
/// one by its weight; a pair weighs what swapping its places would change of the discounted gain (LambdaRank, Burges 2010), the places being those of the
/// round before; in the first round a wrong candidate weighs 1/log2(2 + its place in the fused order). L2 on the weights of standardised features.
/// Newton's method; no randomness.
/// </summary>
internal sealed class PairwiseFit
{
    private const int Rounds = 2;
    private const int Negatives = 60;

    // Far from the solution the curve is no guide, and a full step leaps beyond it.
    private const double MaxStep = 1;

    // How little the weight that all step-backs share is held at 0, beside their own.
    private const double StepBackScale = 30;

    private readonly IReadOnlyList<RankingQuery> _queries;
    private readonly Dictionary<int, int> _perRepository;
    private readonly int _width;
    private readonly double _regularisation;
    private readonly double[] _deviations;

    public PairwiseFit(IReadOnlyList<RankingQuery> queries, int width, double regularisation)
    {
        (_queries, _width, _regularisation) = (queries, width, regularisation);
        _deviations = Deviations(queries, width);
        _perRepository = queries.CountBy(q => q.Repository).ToDictionary();
    }

    /// <summary>The weights fitted on all repositories but one (-1 for all), with only some of the features.</summary>
    public double[] Fit(int without, bool[] uses)
    {
        double[]? weights = null;
        for (int round = 0; round < Rounds; round++)
        {
            weights = FitSigned(Pairs(without, weights), uses, weights);
        }

        return weights!;
    }

    /// <summary>The weighted sum of a row.</summary>
    public static double Dot(double[] weights, float[] row)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * row[i];
        }

        return sum;
    }

    // A feature that has a reason has a sign; one that the data turn round only repairs another, and goes. The worst first: others may turn back without it.
    private double[] FitSigned(List<Pair> pairs, bool[] uses, double[]? start)
    {
        bool[] left = [.. uses];
        while (true)
        {
            double[] weights = FitFree(pairs, left, start);
            int[] wrong = [.. Enumerable.Range(0, _width).Where(f => weights[f] * WeightBounds.SignOf((RankFeature)f) < 0)];
            if (wrong.Length == 0)
            {
                return weights;
            }

            double worst = wrong.Max(f => Math.Abs(weights[f] * _deviations[f]));
            foreach (int f in wrong)
            {
                left[f] &= Math.Abs(weights[f] * _deviations[f]) < worst / 3;
            }

            start = weights;
        }
    }

    private double[] FitFree(List<Pair> pairs, bool[] uses, double[]? start)
    {
        int[] map = [.. Enumerable.Range(0, _width).Where(f => uses[f] && _deviations[f] > 0)];
        int columns = map.Length + 1;
        double[] differences = new double[pairs.Count * columns];
        double total = pairs.Sum(p => p.Weight);
        for (int i = 0; i < pairs.Count; i++)
        {
            Span<double> row = differences.AsSpan(i * columns, columns);
            for (int j = 0; j < map.Length; j++)
            {
                double difference = pairs[i].Target[map[j]] - pairs[i].Other[map[j]];
                row[j] = difference / _deviations[map[j]];
                row[^1] += IsStepBack(map[j]) ? difference * StepBackScale : 0;
            }
        }

        double[] weights = [.. map.Select(f => (start?[f] ?? 0) * _deviations[f]), 0];
        for (int iteration = 0; iteration < 25; iteration++)
        {
            double[] step = Step(weights, pairs, differences, total);
            double length = Math.Abs(TensorPrimitives.MaxMagnitude<double>(step));
            TensorPrimitives.MultiplyAdd(step, -Math.Min(1, MaxStep / length), weights, weights);
            if (length < 1e-3)
            {
                break;
            }
        }

        double[] full = new double[_width];
        for (int i = 0; i < map.Length; i++)
        {
            full[map[i]] = (weights[i] / _deviations[map[i]]) + (IsStepBack(map[i]) ? weights[^1] * StepBackScale : 0);
        }

        return full;
    }

    // What steps back has one reason: it is not where the code that people ask about lies. So these marks share a weight, from which each departs as far
    // as the data say; a mark that the data hardly know keeps the common one.
    private static bool IsStepBack(int feature) => (RankFeature)feature is >= RankFeature.Test and <= RankFeature.Header;

    private double[] Step(double[] weights, List<Pair> pairs, double[] differences, double total)
    {
        int n = weights.Length;
        double[] gradient = new double[n];
        double[] hessian = new double[n * n];
        for (int pair = 0; pair < pairs.Count; pair++)
        {
            ReadOnlySpan<double> x = differences.AsSpan(pair * n, n);
            double miss = 1 / (1 + Math.Exp(TensorPrimitives.Dot<double>(weights, x)));
            double slope = pairs[pair].Weight / total * miss, curve = slope * (1 - miss);
            TensorPrimitives.MultiplyAdd(x, -slope, gradient, gradient);
            for (int i = 0; curve > 1e-11 && i < n; i++)
            {
                if (x[i] != 0)
                {
                    Span<double> row = hessian.AsSpan(i * n, i + 1);
                    TensorPrimitives.MultiplyAdd(x[..(i + 1)], curve * x[i], row, row);
                }
            }
        }

        double[,] square = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            gradient[i] += _regularisation * weights[i];
            hessian[(i * n) + i] += _regularisation;
            for (int j = 0; j <= i; j++)
            {
                square[i, j] = hessian[(i * n) + j];
            }
        }

        return Cholesky.Solve(square, gradient);
    }

    private List<Pair> Pairs(int without, double[]? ranking)
    {
        List<Pair> pairs = [];
        foreach (RankingQuery query in _queries.Where(q => q.Repository != without))
        {
            int[] order = [.. Enumerable.Range(0, query.Hits.Length)];
            order = ranking is null ? order : [.. order.OrderByDescending(i => Dot(ranking, query.Features[i])).ThenBy(i => i)];
            int targets = query.Hits.Count(hit => hit);
            for (int place = 0; place < order.Length; place++)
            {
                for (int other = 0, rank = 0; query.Hits[order[place]] && other < order.Length && rank < Negatives; other++)
                {
                    if (!query.Hits[order[other]])
                    {
                        double stake = ranking is null ? 1 / Math.Log2(2 + rank) : Math.Abs((1 / Math.Log2(2 + place)) - (1 / Math.Log2(2 + other)));
                        pairs.Add(new Pair(query.Features[order[place]], query.Features[order[other]], query.Weight * stake / targets / _perRepository[query.Repository]));
                        rank++;
                    }
                }
            }
        }

        return pairs;
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

    private sealed record Pair(float[] Target, float[] Other, double Weight);
}
