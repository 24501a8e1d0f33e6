using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>
/// The soft sum of a file's units, t ln sum exp(score / t): its best unit, raised by every other unit that comes near.
/// A file that answers in three functions is a better answer than one that answers in one.
/// </summary>
internal static class SoftSum
{
    /// <summary>The score of a file none of whose units counts.</summary>
    public const float Nothing = float.NegativeInfinity;

    private const float Log2E = 1.44269504f;
    private const float Ln2 = .693147181f;

    // Below it a single is no longer normal, and nothing beside the largest.
    private const float MinStep = -126;

    // Singles of this size have no bits behind the point, so that adding it rounds.
    private const float Rounding = 1.5f * (1 << 23);
    private const int MantissaBits = 23;
    private const int ExponentBias = 127;

    /// <summary>Writes the soft sum of each file.</summary>
    /// <param name="scores">Scores of the units; negative infinity for a unit that does not count.</param>
    /// <param name="top">The largest of them.</param>
    /// <param name="fileStarts">For each file its first unit, and after the last the number of units.</param>
    /// <param name="temperature">The temperature t, above 0.</param>
    /// <param name="files">One for each file; <see cref="Nothing"/> where no unit counts.</param>
    public static void OfFiles(ReadOnlySpan<float> scores, float top, ReadOnlySpan<int> fileStarts, float temperature, Span<float> files)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(scores.Length);
        Span<float> powers = rented.AsSpan(0, scores.Length);
        if (float.IsNegativeInfinity(top))
        {
            files.Fill(Nothing);
        }
        else
        {
            // Relative to the largest score no power overflows.
            Powers(scores, top, 1 / temperature, powers);
            for (int file = 0; file < files.Length; file++)
            {
                files[file] = TensorPrimitives.Sum(powers[fileStarts[file]..fileStarts[file + 1]]);
            }

            // The logarithm of no power at all is negative infinity.
            TensorPrimitives.Log(files, files);
            TensorPrimitives.Multiply(files, temperature, files);
            TensorPrimitives.Add(files, top, files);
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    private static void Powers(ReadOnlySpan<float> scores, float top, float scale, Span<float> powers)
    {
        ReadOnlySpan<Vector<float>> blocks = MemoryMarshal.Cast<float, Vector<float>>(scores);
        Span<Vector<float>> results = MemoryMarshal.Cast<float, Vector<float>>(powers);
        for (int block = 0; block < blocks.Length; block++)
        {
            results[block] = Exp((blocks[block] - new Vector<float>(top)) * scale);
        }

        for (int i = blocks.Length * Vector<float>.Count; i < scores.Length; i++)
        {
            powers[i] = MathF.Exp((scores[i] - top) * scale);
        }
    }

    // e to the power of x for x up to 0, in single precision (TensorPrimitives.Exp works in double and takes several times as long): 2 to a
    // whole power times
    // 2 to a rest of at most half a step up or down, whose Taylor series of degree 6 leaves an error of 1e-7.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Exp(Vector<float> x)
    {
        Vector<float> steps = x * new Vector<float>(Log2E), rounded = steps + new Vector<float>(Rounding);
        Vector<float> rest = (steps - (rounded - new Vector<float>(Rounding))) * new Vector<float>(Ln2);
        Vector<float> power = ((rest * new Vector<float>(1f / 720)) + new Vector<float>(1f / 120)) * rest;
        power = (power + new Vector<float>(1f / 24)) * rest;
        power = (power + new Vector<float>(1f / 6)) * rest;
        power = (power + new Vector<float>(1f / 2)) * rest;
        power = ((power + Vector<float>.One) * rest) + Vector<float>.One;

        // The last bits of what was rounded are the whole power, which belongs where a single keeps its exponent.
        Vector<float> whole = Vector.AsVectorSingle(Vector.ShiftLeft(Vector.AsVectorInt32(rounded) + new Vector<int>(ExponentBias), MantissaBits));
        return Vector.ConditionalSelect(Vector.GreaterThan(steps, new Vector<float>(MinStep)), power * whole, Vector<float>.Zero);
    }
}
