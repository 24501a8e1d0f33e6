using System.Buffers;

namespace StructIndex;

/// <summary>
/// An inverted index with BM25F over the fields of units (<see cref="LexicalWeights"/>). All of BM25F that does not depend on the query,
/// the saturated weighted frequency, is folded into one number per posting, so a query only multiplies and adds. Immutable, thread-safe.
/// </summary>
internal sealed class LexicalIndex(int unitCount, LexicalTerms terms, int[] starts, int[] units, ushort[] impacts)
{
    private const float ImpactScale = ushort.MaxValue;

    /// <summary>An index of nothing.</summary>
    public static LexicalIndex Empty { get; } = new(0, LexicalTerms.From([]), [0], [], []);

    /// <summary>Number of units.</summary>
    public int UnitCount { get; } = unitCount;

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

    /// <summary>How rare a term is: ln(1 + (N - df + 0.5) / (df + 0.5)). A term that occurs nowhere (-1) is the rarest.</summary>
    public float Idf(int term)
    {
        int frequency = term < 0 ? 0 : Starts[term + 1] - Starts[term];
        return MathF.Log(1 + ((UnitCount - frequency + 0.5f) / (frequency + 0.5f)));
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
    /// Writes the score of every unit: the sum over the query's words of the best that the word or one of its neighbours gives.
    /// The constant factor k1 + 1 of BM25 is left out.
    /// </summary>
    /// <param name="query">The query, parsed for this index.</param>
    /// <param name="scores">One for each unit; overwritten.</param>
    public void Score(LexicalQuery query, Span<float> scores)
    {
        scores = scores[..UnitCount];
        scores.Clear();
        float[] best = ArrayPool<float>.Shared.Rent(UnitCount);
        Span<float> bestOfWord = best.AsSpan(0, UnitCount);
        bestOfWord.Clear();
        foreach (LexicalWord word in query.Words)
        {
            Add(word, scores, bestOfWord);
        }

        ArrayPool<float>.Shared.Return(best);
    }

    private void Add(LexicalWord word, Span<float> scores, Span<float> best)
    {
        bool several = word.Terms.Length > 1;
        foreach (LexicalTerm term in word.Terms)
        {
            float weight = word.Count * term.Weight / ImpactScale;
            for (int i = Starts[term.Term]; i < Starts[term.Term + 1]; i++)
            {
                int unit = Units[i];
                float value = weight * Impacts[i];
                if (value > best[unit])
                {
                    scores[unit] += value - best[unit];
                    best[unit] = several ? value : 0;
                }
            }
        }

        foreach (LexicalTerm term in several ? word.Terms : [])
        {
            for (int i = Starts[term.Term]; i < Starts[term.Term + 1]; i++)
            {
                best[Units[i]] = 0;
            }
        }
    }
}
