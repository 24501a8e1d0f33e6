using System.Buffers;

namespace StructIndex;

/// <summary>
/// An inverted index with BM25F over the fields of units (<see cref="LexicalWeights"/>). All of BM25F that does not depend on the query,
/// the saturated weighted frequency, is folded into one number per posting, so a query only multiplies and adds. Immutable, thread-safe.
/// </summary>
/// <param name="unitCount">Number of units.</param>
/// <param name="terms">The terms.</param>
/// <param name="starts">Where each term's postings start, and after the last the number of postings.</param>
/// <param name="units">The units of each term, ascending.</param>
/// <param name="impacts">The saturated frequency of each posting.</param>
/// <param name="background">The whole that the units are a part of; null where they are all.</param>
internal sealed class LexicalIndex(int unitCount, LexicalTerms terms, int[] starts, int[] units, ushort[] impacts, LexicalBackground? background = null)
{
    private const float ImpactScale = ushort.MaxValue;

    /// <summary>Number of marks: many more than units are ever asked for at once.</summary>
    public const int Marks = 4096;

    // So many postings are read in the time that one unit is searched among them.
    private const int FewPerUnit = 32;

    // Scores of so many units at a time, and what words gave to them, stay in the second level of caches.
    private const int Block = 1 << 15;

    /// <summary>Number of units.</summary>
    public int UnitCount { get; } = unitCount;

    /// <summary>Number of units of the whole.</summary>
    public int WholeCount => background?.Count ?? UnitCount;

    /// <summary>The terms.</summary>
    public LexicalTerms Terms { get; } = terms;

    /// <summary>Where each term's postings start, and after the last the number of postings.</summary>
    public int[] Starts { get; } = starts;

    /// <summary>The units of each term, ascending.</summary>
    public int[] Units { get; } = units;

    /// <summary>The saturated frequency of each posting in units of 1/65535.</summary>
    public ushort[] Impacts { get; } = impacts;

    /// <summary>Builds the index of units, in their order.</summary>
    /// <param name="units">The units.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static LexicalIndex Build(IReadOnlyList<CodeUnit> units, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        return LexicalIndexBuilder.Build(units.Count, unit => UnitFields.Of(units[unit]), cancellationToken);
    }

    /// <summary>A saturated frequency, 0 to 1, as a posting keeps it; never 0, so that a match is never lost.</summary>
    public static ushort Quantize(float saturated) => (ushort)Math.Clamp(MathF.Round(saturated * ImpactScale), 1, ImpactScale);

    /// <summary>How many units of the whole hold a term.</summary>
    public int FrequencyOf(int term) => background?.Frequencies[term] ?? Starts[term + 1] - Starts[term];

    /// <summary>How rare a term is: ln(1 + (N - df + 0.5) / (df + 0.5)). A term that occurs nowhere (-1) is the rarest.</summary>
    public float Idf(int term)
    {
        int frequency = term < 0 ? 0 : FrequencyOf(term);
        return MathF.Log(1 + ((WholeCount - frequency + 0.5f) / (frequency + 0.5f)));
    }

    /// <summary>The units that hold a term, ascending.</summary>
    public ReadOnlySpan<int> UnitsOf(int term) => Units.AsSpan(Starts[term]..Starts[term + 1]);

    /// <summary>The saturated frequency of a term in a unit, 0 to 1; 0 where it does not occur.</summary>
    public float Impact(int term, int unit)
    {
        if (term < 0)
        {
            return 0;
        }

        int found = Array.BinarySearch(Units, Starts[term], Starts[term + 1] - Starts[term], unit);
        return found < 0 ? 0 : Impacts[found] / ImpactScale;
    }

    /// <summary>
    /// Marks some units by the last bits of their numbers, so that one look tells of most others that they are none of them.
    /// </summary>
    /// <param name="units">The units.</param>
    /// <param name="marks">As many bits as <see cref="Marks"/>; overwritten.</param>
    public static void Mark(ReadOnlySpan<int> units, Span<ulong> marks)
    {
        marks.Clear();
        foreach (int unit in units)
        {
            marks[(unit & (Marks - 1)) >> 6] |= 1UL << unit;
        }
    }

    /// <summary>
    /// Writes for each of some units how well it holds a word: 1 for the word itself, the similarity of a neighbour, 0 for neither.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="units">The units, ascending, each once.</param>
    /// <param name="marks">A mark for each of them (<see cref="Mark"/>).</param>
    /// <param name="held">One for each of them; overwritten.</param>
    public void MatchStrength(LexicalWord word, ReadOnlySpan<int> units, ReadOnlySpan<ulong> marks, Span<float> held)
    {
        held.Clear();
        foreach (LexicalTerm term in word.Terms)
        {
            ReadOnlySpan<int> holding = UnitsOf(term.Term);
            if (holding.Length < units.Length * FewPerUnit)
            {
                MatchFew(holding, term.Similarity, units, marks, held);
            }
            else
            {
                MatchMany(holding, term.Similarity, units, held);
            }
        }
    }

    /// <summary>
    /// Writes the score of every unit: the sum over the query's words of the best that the word or one of its neighbours gives.
    /// The constant factor k1 + 1 of BM25 is left out.
    /// </summary>
    /// <param name="words">The words of the query, parsed for this index.</param>
    /// <param name="scores">One for each unit; overwritten.</param>
    public void Score(IReadOnlyList<LexicalWord> words, Span<float> scores)
    {
        scores = scores[..UnitCount];
        scores.Clear();
        float[] best = ArrayPool<float>.Shared.Rent(Math.Min(UnitCount, Block));
        LexicalTerm[] asked = [.. words.SelectMany(word => word.Terms)];
        int[] from = Array.ConvertAll(asked, term => Starts[term.Term]), to = new int[asked.Length];
        for (int start = 0; start < UnitCount; start += Block)
        {
            int end = Math.Min(start + Block, UnitCount), first = 0;
            for (int i = 0; i < asked.Length; i++)
            {
                ReadOnlySpan<int> left = Units.AsSpan(from[i]..Starts[asked[i].Term + 1]);
                to[i] = from[i] + (end == UnitCount ? left.Length : FirstNotBelow(left, end));
            }

            foreach (LexicalWord word in words)
            {
                int behind = first + word.Terms.Length;
                Add(word, from.AsSpan(first..behind), to.AsSpan(first..behind), start, scores[start..end], best);
                first = behind;
            }

            (from, to) = (to, from);
        }

        ArrayPool<float>.Shared.Return(best);
    }

    // Nearly all postings are of units that are not asked for, as one look at the marks shows.
    private static void MatchFew(ReadOnlySpan<int> holding, float similarity, ReadOnlySpan<int> units, ReadOnlySpan<ulong> marks, Span<float> held)
    {
        int at = 0;
        foreach (int unit in holding)
        {
            if (((marks[(unit & (Marks - 1)) >> 6] >> unit) & 1) == 0)
            {
                continue;
            }

            // Both ascend.
            while (at < units.Length && units[at] < unit)
            {
                at++;
            }

            if (at < units.Length && units[at] == unit)
            {
                held[at] = Math.Max(held[at], similarity);
            }
        }
    }

    private static void MatchMany(ReadOnlySpan<int> holding, float similarity, ReadOnlySpan<int> units, Span<float> held)
    {
        for (int i = 0; i < units.Length && !holding.IsEmpty; i++)
        {
            if (held[i] < similarity)
            {
                holding = holding[FirstNotBelow(holding, units[i])..];
                held[i] = !holding.IsEmpty && holding[0] == units[i] ? similarity : held[i];
            }
        }
    }

    // In steps that double: from one unit asked for to the next it is not far.
    private static int FirstNotBelow(ReadOnlySpan<int> ascending, int value)
    {
        int low = 0, step = 1;
        while (step <= ascending.Length && ascending[step - 1] < value)
        {
            (low, step) = (step, 2 * step);
        }

        int high = Math.Min(step - 1, ascending.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = ascending[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // Adds what a word gives to the units of a block, where the postings of each of its terms start and end. What a unit was given for the
    // word is only kept where another term may give more.
    private void Add(LexicalWord word, ReadOnlySpan<int> from, ReadOnlySpan<int> to, int block, Span<float> scores, Span<float> best)
    {
        for (int i = 1; i < from.Length; i++)
        {
            foreach (int unit in Units.AsSpan(from[i]..to[i]))
            {
                best[unit - block] = 0;
            }
        }

        for (int i = 0; i < from.Length; i++)
        {
            ReadOnlySpan<int> holding = Units.AsSpan(from[i]..to[i]);
            ReadOnlySpan<ushort> saturated = Impacts.AsSpan(from[i]..to[i]);
            float weight = word.Count * word.Terms[i].Weight / ImpactScale;
            if (i > 0)
            {
                Raise(holding, saturated, weight, block, scores, best);
            }
            else if (from.Length > 1)
            {
                AddFirst(holding, saturated, weight, block, scores, best);
            }
            else
            {
                AddOnly(holding, saturated, weight, block, scores);
            }
        }
    }

    private static void AddOnly(ReadOnlySpan<int> holding, ReadOnlySpan<ushort> saturated, float weight, int block, Span<float> scores)
    {
        for (int at = 0; at < holding.Length; at++)
        {
            scores[holding[at] - block] += weight * saturated[at];
        }
    }

    // Nothing was given for this word yet, so its first term asks nothing.
    private static void AddFirst(ReadOnlySpan<int> holding, ReadOnlySpan<ushort> saturated, float weight, int block, Span<float> scores, Span<float> best)
    {
        for (int at = 0; at < holding.Length; at++)
        {
            float value = weight * saturated[at];
            scores[holding[at] - block] += value;
            best[holding[at] - block] = value;
        }
    }

    private static void Raise(ReadOnlySpan<int> holding, ReadOnlySpan<ushort> saturated, float weight, int block, Span<float> scores, Span<float> best)
    {
        for (int at = 0; at < holding.Length; at++)
        {
            float value = weight * saturated[at];
            ref float given = ref best[holding[at] - block];
            if (value > given)
            {
                scores[holding[at] - block] += value - given;
                given = value;
            }
        }
    }
}
