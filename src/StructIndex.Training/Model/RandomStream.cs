namespace StructIndex;

/// <summary>
/// Pseudo-random numbers that any thread can begin anywhere: SplitMix64 (Steele, Lea and Flood, 2014) over a seed and a place.
/// </summary>
internal struct RandomStream(ulong seed, ulong place)
{
    private ulong _state = Mix(seed + 0x9E3779B97F4A7C15) ^ Mix((place * 0xD1342543DE82EF95) + 0x2545F4914F6CDD1D);

    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, <paramref name="end"/>).</summary>
    public int Next(int end) => (int)(((UInt128)NextBits() * (ulong)end) >> 64);

    /// <summary>Of the normal distribution with mean 0 and deviation 1 (Box and Muller).</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
