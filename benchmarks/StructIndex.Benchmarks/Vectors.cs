using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;

namespace StructIndex.Benchmarks;

/// <summary>Exact top-10 scans over float and byte rows, and plain reading of the same memory, turn by turn in one run. Prints medians.</summary>
internal static unsafe class Vectors
{
    private const int Dimensions = 256;

    public static int Run(string[] args)
    {
        int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 15;
        VectorStore floats = Fill(rows, VectorPrecision.Float32);
        VectorStore bytes = Fill(rows, VectorPrecision.Int8);
        float[] query = new float[Dimensions];
        Random(new Random(1), query);
        float[] scores = new float[rows];

        // The rows themselves are what is read: other memory may lie better or worse.
        using MemoryHandle floatRows = floats.Floats.Pin(), byteRows = bytes.Bytes.Pin();
        ulong* floatsAt = (ulong*)floatRows.Pointer, bytesAt = (ulong*)byteRows.Pointer;
        long floatBytes = 4L * rows * Dimensions, byteBytes = (long)rows * (Dimensions + 4);
        (string Name, long Bytes, int Baseline, Action Run)[] runs =
        [
            ("read float32 rows, 1 thread", floatBytes, 0, () => Read(floatsAt, (nint)rows * Dimensions / 2)),
            ("read int8 rows, 1 thread", (long)rows * Dimensions, 1, () => Read(bytesAt, (nint)rows * Dimensions / 8)),
            ("score float32", floatBytes, 0, () => floats.Score(query, scores)),
            ("score int8", byteBytes, 1, () => bytes.Score(query, scores)),
        ];
        // Processor seconds leave out the time in which other processes had the core; a thread that waits for memory still counts.
        double[][] processor = [.. runs.Select(_ => new double[rounds])];
        double[][] seconds = [.. runs.Select(_ => new double[rounds])];
        for (int round = -2; round < rounds; round++)
        {
            for (int i = 0; i < runs.Length; i++)
            {
                TimeSpan before = Environment.CpuUsage.TotalTime;
                long start = Stopwatch.GetTimestamp();
                runs[i].Run();
                if (round >= 0)
                {
                    processor[i][round] = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
                    seconds[i][round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
                }
            }
        }

        Console.WriteLine($"{rows:N0} x {Dimensions}, median of {rounds} rounds, {Environment.ProcessorCount} cores");
        Console.WriteLine("| scan | ms | GB/s | queries/s | processor ms | of read bandwidth | by processor time |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        for (int i = 0; i < runs.Length; i++)
        {
            double median = Median(seconds[i]);
            int baseline = runs[i].Baseline;
            double perByte = runs[i].Bytes / (double)runs[baseline].Bytes;
            double Ratio(double[][] times) => Median([.. times[i].Select((s, round) => perByte * times[baseline][round] / s)]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {runs[i].Name} | {1000 * median:F1} | {runs[i].Bytes / median / 1e9:F1} | {1 / median:F1} | {1000 * Median(processor[i]):F1} | {Ratio(seconds):F2} | {Ratio(processor):F2} |"));
        }

        return 0;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static VectorStore Fill(int rows, VectorPrecision precision)
    {
        VectorStoreBuilder builder = new(rows, Dimensions, precision);
        Random random = new(1);
        float[] vector = new float[Dimensions];
        for (int row = 0; row < rows; row++)
        {
            Random(random, vector);
            builder.Set(row, vector);
        }

        return builder.Build();
    }

    private static void Random(Random random, float[] vector)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = random.NextSingle() - .5f;
        }
    }

    // Four independent chains of the cheapest operation there is: what is left is the memory.
    private static ulong Read(ulong* memory, nint words)
    {
        Vector512<ulong> a = default, b = default, c = default, d = default;
        for (nint i = 0; i <= words - 32; i += 32)
        {
            a ^= Vector512.Load(memory + i);
            b ^= Vector512.Load(memory + i + 8);
            c ^= Vector512.Load(memory + i + 16);
            d ^= Vector512.Load(memory + i + 24);
        }

        return Vector512.Sum(a ^ b ^ c ^ d);
    }
}
