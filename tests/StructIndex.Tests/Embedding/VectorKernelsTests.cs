using System.Runtime.Intrinsics.X86;

namespace StructIndex.Tests;

public unsafe class VectorKernelsTests
{
    private delegate float FloatDot(float* a, float* b, int n);

    private delegate int ByteDot(sbyte* a, short* b, int n);

    private delegate void Adder(sbyte* row, float w, float* sum, int n);

    [Fact]
    public void Float_products_of_every_width_agree_with_a_plain_sum_at_every_length()
    {
        foreach (FloatDot dot in (FloatDot[])[VectorKernels.Dot, VectorKernels.Dot512, VectorKernels.Dot256, VectorKernels.Dot128])
        {
            for (int n = 0; n <= 300; n++)
            {
                Random random = new(n);
                float[] a = Floats(random, n), b = Floats(random, n);
                fixed (float* x = a, y = b)
                {
                    Assert.Equal(a.Zip(b, (p, q) => (double)p * q).Sum(), dot(x, y, n), 1e-4);
                }
            }
        }
    }

    [Fact]
    public void Byte_products_of_every_width_are_exact_at_every_length()
    {
        List<ByteDot> dots = [VectorKernels.Dot, VectorKernels.Dot128];
        dots.AddRange(Avx2.IsSupported ? [VectorKernels.Dot256] : []);
        dots.AddRange(Avx512BW.IsSupported ? [VectorKernels.Dot512] : []);
        foreach (ByteDot dot in dots)
        {
            for (int n = 0; n <= 300; n++)
            {
                Random random = new(n);
                sbyte[] a = Bytes(random, n);
                short[] b = [.. Enumerable.Range(0, n).Select(_ => (short)random.Next(-32767, 32768))];
                fixed (sbyte* x = a)
                fixed (short* y = b)
                {
                    Assert.Equal(a.Zip(b, (p, q) => p * q).Sum(), dot(x, y, n));
                }
            }
        }
    }

    [Fact]
    public void Rows_scored_together_score_as_they_do_alone()
    {
        for (int n = 1; n <= 150; n += 7)
        {
            const int Rows = 11;
            Random random = new(n);
            sbyte[] table = Bytes(random, Rows * n);
            short[] query = [.. Enumerable.Range(0, n).Select(_ => (short)random.Next(-32767, 32768))];
            float[] scales = Floats(random, Rows), scores = new float[Rows];
            fixed (sbyte* t = table)
            fixed (short* q = query)
            fixed (float* s = scales, to = scores)
            {
                VectorKernels.DotRows(t, Rows, q, n, .5f, s, to);
                for (int row = 0; row < Rows; row++)
                {
                    Assert.Equal(VectorKernels.Dot(t + (row * n), q, n) * (scales[row] * .5f), scores[row]);
                }
            }
        }
    }

    [Fact]
    public void Scaled_rows_of_every_width_are_added_at_every_length()
    {
        List<Adder> adders = [VectorKernels.AddScaled, VectorKernels.AddScaled128];
        adders.AddRange(Avx512F.IsSupported ? [VectorKernels.AddScaled512] : []);
        foreach (Adder add in adders)
        {
            for (int n = 0; n <= 100; n++)
            {
                Random random = new(n);
                sbyte[] row = Bytes(random, n);
                float[] sum = Floats(random, n), before = [.. sum];
                fixed (sbyte* x = row)
                fixed (float* to = sum)
                {
                    add(x, .25f, to, n);
                }

                Assert.All(Enumerable.Range(0, n), i => Assert.Equal(before[i] + (.25f * row[i]), sum[i], 1e-5f));
            }
        }
    }

    private static float[] Floats(Random random, int n) => [.. Enumerable.Range(0, n).Select(_ => random.NextSingle() - .5f)];

    private static sbyte[] Bytes(Random random, int n) => [.. Enumerable.Range(0, n).Select(_ => (sbyte)random.Next(-127, 128))];
}
