namespace StructIndex;

/// <summary>The order of the units of one file: which of them stands for it among the hits.</summary>
/// <param name="context">What the scores are read from.</param>
internal sealed class UnitRanking(QueryContext context)
{
    private readonly bool _asksForTests = RequestedRoles.Of(context.Query).HasFlag(FileRoles.Test);

    private static readonly float[] s_lengths = [.. Enumerable.Range(0, 32).Select(words => MathF.Log(1 + words))];

    /// <summary>
    /// What a name gives that is the query, on the scale of the fused scores. Questions mined from 34 code bases without documentation
    /// would bear four times as much (<c>unit-hits</c> of the benchmarks), but where there is documentation, it says more than a name.
    /// </summary>
    public const float NameWeight = .6f;

    /// <summary>
    /// What the words of a name take away, as the logarithm of one more than their number: a short name is found by fewer words by chance.
    /// </summary>
    public const float NameLengthWeight = .12f;

    /// <summary>The score of a unit, to be compared within its file alone; negative infinity for one that cannot be a hit.</summary>
    public float ScoreOf(int unit)
    {
        if (!context.Scores.IsAllowed(unit))
        {
            return float.NegativeInfinity;
        }

        (float match, float length) = NameOf(unit);
        return context.Fusion.Units[unit] + (NameWeight * match) - (NameLengthWeight * length);
    }

    /// <summary>
    /// How far a unit's name and the query are the same words: the harmonic mean of the share of either that the other holds, 0 to 1; and
    /// the logarithm of the name's length in words.
    /// </summary>
    public (float Match, float Length) NameOf(int unit)
    {
        ReadOnlySpan<int> name = context.Traits.UnitNameTerms[unit];
        float length = name.Length < s_lengths.Length ? s_lengths[name.Length] : MathF.Log(1 + name.Length);

        // What is called by its file's name was not given one.
        float cover = context.Traits.Modules.IsModule(unit) ? 0 : context.Terms.Cover(name);
        float share = cover > 0 ? context.Terms.Share(name) : 0;
        return (share > 0 ? 2 * cover * share / (cover + share) : 0, length);
    }

    /// <summary>
    /// The unit that stands for a file: the best, but not the head of the file, whose imports and name are near to what names the file,
    /// and which is no answer; nor a test that is written beside what it tests, unless tests are asked for.
    /// </summary>
    public int BestOf(int file)
    {
        (int start, int end) = (context.Contents.FileStarts[file], context.Contents.FileStarts[file + 1]);
        int best = BestOf(start, end, withTests: _asksForTests);
        best = best >= 0 || _asksForTests ? best : BestOf(start, end, withTests: true);
        return best >= 0 ? best : context.Fusion.BestUnit(start, end);
    }

    private int BestOf(int start, int end, bool withTests)
    {
        int best = -1;
        float most = float.NegativeInfinity;
        for (int unit = start; unit < end; unit++)
        {
            // No name gives more than its weight, so nearly all units need no look at it.
            float score = context.Fusion.Units[unit] + NameWeight > most ? ScoreOf(unit) : float.NegativeInfinity;
            if (score > most && !context.Traits.Modules.IsHead(unit) && (withTests || context.Contents.Units[unit].Role != UnitRole.Test))
            {
                (best, most) = (unit, score);
            }
        }

        return best;
    }
}
