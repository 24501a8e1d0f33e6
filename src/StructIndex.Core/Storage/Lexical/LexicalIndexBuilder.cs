namespace StructIndex;

/// <summary>Builds a <see cref="LexicalIndex"/> on all cores; the result does not depend on how the work was divided.</summary>
internal static class LexicalIndexBuilder
{
    private const int UnitsPerChunk = 256;

    /// <summary>Builds the index of <paramref name="count"/> units.</summary>
    /// <param name="count">Number of units.</param>
    /// <param name="fieldsOf">The fields of a unit; called once for each, from several threads.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static LexicalIndex Build(int count, Func<int, UnitFields> fieldsOf, CancellationToken cancellationToken)
    {
        LexicalChunk[] chunks = CountAll(count, fieldsOf, cancellationToken);
        LexicalCounter[] counters = [.. chunks.Select(chunk => chunk.Counter).Distinct()];
        string[] terms = [.. counters.SelectMany(counter => counter.Terms).Distinct(StringComparer.Ordinal)];
        Array.Sort(terms, StringComparer.Ordinal);
        Dictionary<LexicalCounter, int[]> toGlobal = MapTerms(counters, terms);

        int[] starts = new int[terms.Length + 1];
        foreach (LexicalChunk chunk in chunks)
        {
            int[] map = toGlobal[chunk.Counter];
            foreach (ref readonly LexicalEntry entry in chunk.Entries.AsSpan())
            {
                starts[map[entry.Term] + 1]++;
            }
        }

        for (int term = 0; term < terms.Length; term++)
        {
            starts[term + 1] = checked(starts[term + 1] + starts[term]);
        }

        int[] units = new int[starts[^1]];
        ushort[] impacts = new ushort[starts[^1]];
        float[] averages = AverageLengths(chunks);
        int[] next = starts[..^1];
        for (int i = 0; i < chunks.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Fill(chunks[i], toGlobal[chunks[i].Counter], averages, next, units, impacts);
            chunks[i] = null!;
        }

        return new LexicalIndex(count, LexicalTerms.From(terms), starts, units, impacts);
    }

    private static LexicalChunk[] CountAll(int count, Func<int, UnitFields> fieldsOf, CancellationToken cancellationToken)
    {
        LexicalChunk[] chunks = new LexicalChunk[(count + UnitsPerChunk - 1) / UnitsPerChunk];
        int workers = Math.Min(Environment.ProcessorCount, chunks.Length);
        int taken = -1;
        Parallel.For(0, workers, new ParallelOptions { CancellationToken = cancellationToken }, _ =>
        {
            LexicalCounter counter = new();
            for (int i = Interlocked.Increment(ref taken); i < chunks.Length; i = Interlocked.Increment(ref taken))
            {
                int first = i * UnitsPerChunk;
                chunks[i] = counter.Count(first, Math.Min(first + UnitsPerChunk, count), fieldsOf, cancellationToken);
            }
        });
        return chunks;
    }

    private static Dictionary<LexicalCounter, int[]> MapTerms(LexicalCounter[] counters, string[] terms)
    {
        Dictionary<string, int> ids = new(terms.Length, StringComparer.Ordinal);
        for (int term = 0; term < terms.Length; term++)
        {
            ids.Add(terms[term], term);
        }

        return counters.ToDictionary(counter => counter, counter => counter.Terms.Select(term => ids[term]).ToArray());
    }

    // Over the units that have the field: documentation is long or short beside other documentation, not beside none.
    private static float[] AverageLengths(LexicalChunk[] chunks)
    {
        long[] totals = new long[LexicalWeights.FieldCount];
        int[] counts = new int[LexicalWeights.FieldCount];
        foreach (LexicalChunk chunk in chunks)
        {
            for (int i = 0; i < chunk.Lengths.Length; i++)
            {
                totals[i % totals.Length] += chunk.Lengths[i];
                counts[i % totals.Length] += chunk.Lengths[i] > 0 ? 1 : 0;
            }
        }

        return [.. totals.Zip(counts, AverageOf)];
    }

    /// <summary>The average length of a field over the units that have it.</summary>
    public static float AverageOf(long total, int count) => count == 0 ? 1 : (float)((double)total / count);

    /// <summary>What one occurrence weighs in each field of a unit.</summary>
    /// <param name="lengths">The lengths of its fields.</param>
    /// <param name="averages">The average lengths.</param>
    /// <param name="perOccurrence">Takes the weights.</param>
    public static void Weigh(ReadOnlySpan<int> lengths, ReadOnlySpan<float> averages, Span<float> perOccurrence)
    {
        for (int field = 0; field < perOccurrence.Length; field++)
        {
            float b = LexicalWeights.LengthNormalisation[field];
            float length = lengths[field];
            perOccurrence[field] = LexicalWeights.OfFields[field] / (1 - b + (b * length / averages[field]));
        }
    }

    /// <summary>A weighted frequency as a posting keeps it.</summary>
    public static ushort ImpactOf(float frequency) => LexicalIndex.Quantize(frequency / (frequency + LexicalWeights.Saturation));

    /// <summary>The same from how often each field holds a term.</summary>
    /// <param name="counts">How often.</param>
    /// <param name="perOccurrence">What one occurrence weighs (<see cref="Weigh"/>).</param>
    public static ushort ImpactOf(ReadOnlySpan<int> counts, ReadOnlySpan<float> perOccurrence)
    {
        float frequency = 0;
        for (int field = 0; field < counts.Length; field++)
        {
            frequency += counts[field] * perOccurrence[field];
        }

        return ImpactOf(frequency);
    }

    private static void Fill(LexicalChunk chunk, int[] map, float[] averages, int[] next, int[] units, ushort[] impacts)
    {
        Span<float> perOccurrence = stackalloc float[LexicalWeights.FieldCount];
        int at = 0;
        for (int i = 0; i < chunk.Ends.Length; i++)
        {
            Weigh(chunk.Lengths.AsSpan(i * perOccurrence.Length, perOccurrence.Length), averages, perOccurrence);
            for (; at < chunk.Ends[i]; at++)
            {
                ref readonly LexicalEntry entry = ref chunk.Entries[at];
                float frequency = 0;
                for (int field = 0; field < perOccurrence.Length; field++)
                {
                    frequency += entry.Counts[field] * perOccurrence[field];
                }

                int slot = next[map[entry.Term]]++;
                units[slot] = chunk.First + i;
                impacts[slot] = ImpactOf(frequency);
            }
        }
    }
}
