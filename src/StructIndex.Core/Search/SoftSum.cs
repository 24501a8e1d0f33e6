using System.Buffers;
using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>
/// The soft sum of a file's units, t ln sum exp(score / t): its best unit, raised by every other unit that comes near.
/// A file that answers in three functions is a better answer than one that answers in one.
/// </summary>
internal static class SoftSum
{
    /// <summary>The score of a file none of whose units counts.</summary>
    public const float Nothing = float.NegativeInfinity;

    /// <summary>Writes the soft sum of each file.</summary>
    /// <param name="scores">Scores of the units; negative infinity for a unit that does not count.</param>
    /// <param name="fileStarts">For each file its first unit, and after the last the number of units.</param>
    /// <param name="temperature">The temperature t, above 0.</param>
    /// <param name="files">One for each file; <see cref="Nothing"/> where no unit counts.</param>
    public static void OfFiles(ReadOnlySpan<float> scores, ReadOnlySpan<int> fileStarts, float temperature, Span<float> files)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(scores.Length);
        Span<float> powers = rented.AsSpan(0, scores.Length);
        float top = scores.IsEmpty ? Nothing : TensorPrimitives.Max(scores);
        if (float.IsNegativeInfinity(top))
        {
            files.Fill(Nothing);
        }
        else
        {
            // Relative to the largest score no power overflows.
            TensorPrimitives.Subtract(scores, top, powers);
            TensorPrimitives.Multiply(powers, 1 / temperature, powers);
            TensorPrimitives.Exp(powers, powers);
            for (int file = 0; file < files.Length; file++)
            {
                float sum = TensorPrimitives.Sum(powers[fileStarts[file]..fileStarts[file + 1]]);
                files[file] = sum > 0 ? top + (temperature * MathF.Log(sum)) : Nothing;
            }
        }

        ArrayPool<float>.Shared.Return(rented);
    }
}
