namespace StructIndex;

/// <summary>The counted terms of each file, kept so that the next index counts only files that have changed.</summary>
/// <param name="Table">The terms.</param>
/// <param name="Units">The units.</param>
/// <param name="Files">For each file its units as <see cref="CountBytes"/>.</param>
internal sealed record LexicalMemory(LexicalTermTable Table, UnitSet Units, byte[][] Files)
{
    /// <summary>Terms that no unit has any more are given up when they are more than the others and than this.</summary>
    private const int MaxUnused = 50_000;

    /// <summary>Counts the terms of units.</summary>
    /// <param name="units">The units.</param>
    /// <param name="known">What an earlier state of them had; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static LexicalMemory Of(UnitSet units, LexicalMemory? known, CancellationToken cancellationToken)
    {
        LexicalTermTable table = known?.Table ?? new LexicalTermTable();
        byte[][] files = new byte[units.Files.Count][];
        List<int> changed = [];
        for (int file = 0; file < files.Length; file++)
        {
            if (known is not null && known.Units.IndexOfSame(units, file) is >= 0 and var before)
            {
                files[file] = known.Files[before];
            }
            else
            {
                changed.Add(file);
            }
        }

        int taken = -1;
        Parallel.For(0, Math.Min(Environment.ProcessorCount, changed.Count), new ParallelOptions { CancellationToken = cancellationToken }, _ =>
        {
            LexicalCounter counter = new();
            List<int> numbers = [];
            for (int next = Interlocked.Increment(ref taken); next < changed.Count; next = Interlocked.Increment(ref taken))
            {
                (int start, int end) = units.UnitsOf(changed[next]);
                LexicalChunk chunk = counter.Count(start, end, unit => UnitFields.Of(units.Units[unit]), cancellationToken);
                numbers.AddRange(counter.Terms.Skip(numbers.Count).Select(table.Add));
                files[changed[next]] = CountBytes.Of(chunk, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(numbers));
            }
        });
        return new LexicalMemory(table, units, files);
    }

    /// <summary>The index of the units; the same as one counted anew.</summary>
    public LexicalIndex ToIndex(CancellationToken cancellationToken)
    {
        (string[] terms, int[] order) = Table.InOrder();
        Range[] ranges = Ranges();
        int[][] frequencies = new int[ranges.Length][];
        long[][] totals = new long[ranges.Length][];
        Parallel.For(0, ranges.Length, range => (frequencies[range], totals[range]) = Survey(ranges[range], terms.Length, cancellationToken));

        // From here on a frequency is where the range's postings of the term begin.
        List<string> used = [];
        List<int> starts = [0];
        int next = 0;
        foreach (int term in order)
        {
            int first = next;
            foreach (int[] ofRange in frequencies)
            {
                (ofRange[term], next) = (next, checked(next + ofRange[term]));
            }

            if (next > first)
            {
                used.Add(terms[term]);
                starts.Add(next);
            }
        }

        int[] units = new int[next];
        ushort[] impacts = new ushort[next];
        float[] averages = Averages(totals);
        Parallel.For(0, ranges.Length, range => Fill(ranges[range], frequencies[range], averages, units, impacts, cancellationToken));
        return new LexicalIndex(Units.Units.Count, LexicalTerms.From([.. used]), [.. starts], units, impacts);
    }

    /// <summary>The same to keep; null where so many terms are no longer used that counting anew is better.</summary>
    public LexicalMemory? Kept(LexicalIndex index) => Table.InOrder().Terms.Length - index.Terms.Count > Math.Max(index.Terms.Count, MaxUnused) ? null : this;

    /// <summary>Files in about as many parts of like size as there are processors, in order.</summary>
    private Range[] Ranges()
    {
        List<Range> ranges = [];
        long part = (Files.Sum(file => (long)file.Length) / Environment.ProcessorCount) + 1, size = 0;
        int start = 0;
        for (int file = 0; file < Files.Length; file++)
        {
            size += Files[file].Length;
            if (size >= part || file == Files.Length - 1)
            {
                ranges.Add(start..(file + 1));
                (start, size) = (file + 1, 0);
            }
        }

        return [.. ranges];
    }

    /// <summary>In how many units each term is, and of each field the sum of lengths and the number of units that have it.</summary>
    private (int[] Frequencies, long[] Totals) Survey(Range range, int terms, CancellationToken cancellationToken)
    {
        int[] frequencies = new int[terms];
        long[] totals = new long[2 * LexicalWeights.FieldCount];
        Span<int> lengths = stackalloc int[LexicalWeights.FieldCount], counts = stackalloc int[LexicalWeights.FieldCount];
        foreach (byte[] file in Files.AsSpan(range))
        {
            cancellationToken.ThrowIfCancellationRequested();
            CountBytes bytes = new(file);
            while (!bytes.IsAtEnd)
            {
                for (int left = bytes.ReadUnit(lengths); left > 0; left--)
                {
                    frequencies[bytes.ReadTerm(counts)]++;
                }

                for (int field = 0; field < lengths.Length; field++)
                {
                    totals[field] += lengths[field];
                    totals[LexicalWeights.FieldCount + field] += lengths[field] > 0 ? 1 : 0;
                }
            }
        }

        return (frequencies, totals);
    }

    private static float[] Averages(long[][] totals) =>
    [
        .. Enumerable.Range(0, LexicalWeights.FieldCount).Select(field => LexicalIndexBuilder.AverageOf(totals.Sum(of => of[field]), (int)totals.Sum(of => of[LexicalWeights.FieldCount + field]))),
    ];

    private void Fill(Range range, int[] next, float[] averages, int[] units, ushort[] impacts, CancellationToken cancellationToken)
    {
        Span<int> lengths = stackalloc int[LexicalWeights.FieldCount], counts = stackalloc int[LexicalWeights.FieldCount];
        Span<float> perOccurrence = stackalloc float[LexicalWeights.FieldCount];
        int unit = Units.UnitsOf(range.Start.Value).Start;
        foreach (byte[] file in Files.AsSpan(range))
        {
            cancellationToken.ThrowIfCancellationRequested();
            CountBytes bytes = new(file);
            for (; !bytes.IsAtEnd; unit++)
            {
                int left = bytes.ReadUnit(lengths);
                LexicalIndexBuilder.Weigh(lengths, averages, perOccurrence);
                for (; left > 0; left--)
                {
                    int slot = next[bytes.ReadTerm(counts)]++;
                    units[slot] = unit;
                    impacts[slot] = LexicalIndexBuilder.ImpactOf(counts, perOccurrence);
                }
            }
        }
    }
}
