using System.Runtime.Intrinsics;

namespace StructIndex;

/// <summary>Weighted sums of rows and the steps of Adagrad, over rows whose length is a multiple of 64 floats.</summary>
internal static unsafe class RowKernels
{
    /// <summary>Dimensions are a multiple of this: eight vectors of eight floats stay in registers while the rows go by.</summary>
    public const int Block = 64;

    private const int Lanes = 8;

    /// <summary>target = the sum of weights[i] x table[rows[i]].</summary>
    public static void Sum(float* table, int dimensions, int* rows, float* weights, int count, float* target)
    {
        for (int at = 0; at < dimensions; at += Block)
        {
            Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
            Vector256<float> s4 = default, s5 = default, s6 = default, s7 = default;
            for (int i = 0; i < count; i++)
            {
                float* row = table + ((nint)rows[i] * dimensions) + at;
                Vector256<float> w = Vector256.Create(weights[i]);
                s0 = Vector256.MultiplyAddEstimate(w, Vector256.Load(row), s0);
                s1 = Vector256.MultiplyAddEstimate(w, Vector256.Load(row + Lanes), s1);
                s2 = Vector256.MultiplyAddEstimate(w, Vector256.Load(row + (2 * Lanes)), s2);
                s3 = Vector256.MultiplyAddEstimate(w, Vector256.Load(row + (3 * Lanes)), s3);
                s4 = Vector256.MultiplyAddEstimate(w, Vector256.Load(row + (4 * Lanes)), s4);
                s5 = Vector256.MultiplyAddEstimate(w, Vector256.Load(row + (5 * Lanes)), s5);
                s6 = Vector256.MultiplyAddEstimate(w, Vector256.Load(row + (6 * Lanes)), s6);
                s7 = Vector256.MultiplyAddEstimate(w, Vector256.Load(row + (7 * Lanes)), s7);
            }

            float* to = target + at;
            Vector256.Store(s0, to);
            Vector256.Store(s1, to + Lanes);
            Vector256.Store(s2, to + (2 * Lanes));
            Vector256.Store(s3, to + (3 * Lanes));
            Vector256.Store(s4, to + (4 * Lanes));
            Vector256.Store(s5, to + (5 * Lanes));
            Vector256.Store(s6, to + (6 * Lanes));
            Vector256.Store(s7, to + (7 * Lanes));
        }
    }

    /// <summary>target += weight x source.</summary>
    public static void Add(float* target, float* source, float weight, int dimensions)
    {
        Vector256<float> w = Vector256.Create(weight);
        for (int i = 0; i < dimensions; i += Lanes)
        {
            Vector256.Store(Vector256.MultiplyAddEstimate(w, Vector256.Load(source + i), Vector256.Load(target + i)), target + i);
        }
    }

    /// <summary>Sum of a[i] x b[i].</summary>
    public static float Dot(float* a, float* b, int dimensions)
    {
        Vector256<float> s0 = default, s1 = default;
        for (int i = 0; i < dimensions; i += 2 * Lanes)
        {
            s0 = Vector256.MultiplyAddEstimate(Vector256.Load(a + i), Vector256.Load(b + i), s0);
            s1 = Vector256.MultiplyAddEstimate(Vector256.Load(a + i + Lanes), Vector256.Load(b + i + Lanes), s1);
        }

        return Vector256.Sum(s0 + s1);
    }

    /// <summary>Scales a vector to length 1 and gives its length before; a vector of zeros stays.</summary>
    public static float Normalize(float* vector, int dimensions)
    {
        float length = MathF.Sqrt(Dot(vector, vector, dimensions));
        if (length > 0)
        {
            Vector256<float> scale = Vector256.Create(1 / length);
            for (int i = 0; i < dimensions; i += Lanes)
            {
                Vector256.Store(Vector256.Load(vector + i) * scale, vector + i);
            }
        }

        return length;
    }

    /// <summary>
    /// Takes the gradient of a unit vector u = raw / length back to raw: (g - (g.u) u) / length, in place. Zeros where raw had no length.
    /// </summary>
    public static void BackThroughNormalize(float* gradient, float* unit, float length, int dimensions)
    {
        if (length <= 0)
        {
            new Span<float>(gradient, dimensions).Clear();
            return;
        }

        Vector256<float> along = Vector256.Create(Dot(gradient, unit, dimensions)), scale = Vector256.Create(1 / length);
        for (int i = 0; i < dimensions; i += Lanes)
        {
            Vector256.Store((Vector256.Load(gradient + i) - (along * Vector256.Load(unit + i))) * scale, gradient + i);
        }
    }

    /// <summary>
    /// One step of Adagrad, element by element (Duchi, Hazan and Singer, 2011): squares += g x g; values -= rate x g / (sqrt(squares) +
    /// epsilon).
    /// </summary>
    public static void Adagrad(float* values, float* squares, float* gradient, float rate, float epsilon, int dimensions)
    {
        Vector256<float> r = Vector256.Create(rate), e = Vector256.Create(epsilon);
        for (int i = 0; i < dimensions; i += Lanes)
        {
            Vector256<float> g = Vector256.Load(gradient + i);
            Vector256<float> sum = Vector256.MultiplyAddEstimate(g, g, Vector256.Load(squares + i));
            Vector256.Store(sum, squares + i);
            Vector256.Store(Vector256.Load(values + i) - (r * g / (Vector256.Sqrt(sum) + e)), values + i);
        }
    }

    /// <summary>The same for one number.</summary>
    public static void Adagrad(ref float value, ref float squares, float gradient, float rate, float epsilon)
    {
        squares += gradient * gradient;
        value -= rate * gradient / (MathF.Sqrt(squares) + epsilon);
    }
}
