using System.Numerics.Tensors;

namespace StructIndex.Benchmarks;

/// <summary>
/// Conditional logistic regression (McFadden 1974): the log-likelihood that, of the candidates of a question, its targets are chosen, each by its share of
/// the exponentials of the weighted sums. L2 on the weights of standardised features. Newton's method, each step halved until it helps; no randomness.
/// </summary>
internal sealed class ConditionalLogit
{
    private const int Iterations = 40;
    private const double Regularisation = 1e-3;
    private const double LeastGain = 1e-7;

    private readonly IReadOnlyList<(float[][] Rows, bool[] Hits, double Weight)> _questions;
    private readonly double[] _deviations;

    /// <param name="questions">The questions: the features of the candidates, which of them are targets, and the weight.</param>
    public ConditionalLogit(IReadOnlyList<(float[][] Rows, bool[] Hits, double Weight)> questions)
    {
        double total = questions.Sum(question => question.Weight);
        _deviations = Deviations(questions);
        _questions = [.. questions.Select(question => (question.Rows.Select(Standardised).ToArray(), question.Hits, question.Weight / total))];
    }

    /// <summary>Fits the weights of all features.</summary>
    public double[] Fit()
    {
        int n = _deviations.Length;
        double[] weights = new double[n];
        (double loss, double[] gradient, double[,] hessian) = Look(weights);
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            double[] step = Cholesky.Solve(hessian, gradient);
            double length = 1, before = loss;
            for (int halved = 0; halved < 10; halved++, length /= 2)
            {
                double[] next = [.. weights.Select((weight, i) => weight - (length * step[i]))];
                (double at, double[] nextGradient, double[,] nextHessian) = Look(next);
                if (at < loss)
                {
                    (weights, loss, gradient, hessian) = (next, at, nextGradient, nextHessian);
                    break;
                }
            }

            if (before - loss < LeastGain)
            {
                break;
            }
        }

        return [.. weights.Select((weight, i) => _deviations[i] > 0 ? weight / _deviations[i] : 0)];
    }

    private float[] Standardised(float[] row) => [.. row.Select((value, feature) => _deviations[feature] > 0 ? (float)(value / _deviations[feature]) : 0)];

    private (double Loss, double[] Gradient, double[,] Hessian) Look(double[] weights)
    {
        int n = weights.Length;
        double loss = weights.Sum(weight => Regularisation / 2 * weight * weight);
        double[] gradient = [.. weights.Select(weight => Regularisation * weight)];
        double[,] hessian = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            hessian[i, i] = Regularisation;
        }

        float[] single = [.. weights.Select(weight => (float)weight)];
        double[] mean = new double[n], square = new double[n * n];
        foreach ((float[][] rows, bool[] hits, double weight) in _questions)
        {
            double[] scores = [.. rows.Select(row => (double)TensorPrimitives.Dot<float>(row, single))];
            double largest = scores.Max(), sum = scores.Sum(score => Math.Exp(score - largest));
            int targets = hits.Count(hit => hit);
            Array.Clear(mean);
            Array.Clear(square);
            for (int row = 0; row < rows.Length; row++)
            {
                double share = Math.Exp(scores[row] - largest) / sum, wanted = hits[row] ? 1.0 / targets : 0;
                loss -= wanted * weight * (scores[row] - largest - Math.Log(sum));
                for (int i = 0; i < n; i++)
                {
                    double part = share * rows[row][i];
                    mean[i] += part;
                    gradient[i] += weight * (part - (wanted * rows[row][i]));
                    for (int j = 0; share > 1e-9 && j <= i; j++)
                    {
                        square[(i * n) + j] += part * rows[row][j];
                    }
                }
            }

            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    hessian[i, j] += weight * (square[(i * n) + j] - (mean[i] * mean[j]));
                }
            }
        }

        return (loss, gradient, hessian);
    }

    // Of the differences within questions: what is the same for all candidates of a question says nothing.
    private static double[] Deviations(IReadOnlyList<(float[][] Rows, bool[] Hits, double Weight)> questions)
    {
        double[] squares = new double[questions[0].Rows[0].Length];
        foreach ((float[][] rows, _, _) in questions)
        {
            for (int feature = 0; feature < squares.Length; feature++)
            {
                double mean = rows.Average(row => row[feature]);
                squares[feature] += rows.Sum(row => (row[feature] - mean) * (row[feature] - mean));
            }
        }

        long count = questions.Sum(question => (long)question.Rows.Length);
        return [.. squares.Select(square => Math.Sqrt(square / Math.Max(count, 1)))];
    }
}
