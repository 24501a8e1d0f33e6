using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>The order of the units of one file: which of them stands for it among the hits, and how far the others are behind.</summary>
internal sealed class UnitRanking
{
    // What a name and a choice give at most: each lies between 0 and 1.
    private static readonly float s_ofName = Math.Max(Of(UnitFeature.NameMatch), 0) + Math.Max(Of(UnitFeature.NameCover), 0) + Math.Max(Of(UnitFeature.Chosen), 0);

    private readonly QueryContext _context;
    private readonly UnitFeatureReader _features;
    private readonly bool _asksForTests;

    /// <param name="context">What the scores are read from.</param>
    /// <param name="chosen">The units that the query names, or whose words stand in it as they do in the unit.</param>
    public UnitRanking(QueryContext context, IEnumerable<int> chosen)
    {
        (_context, _features) = (context, new UnitFeatureReader(context, chosen));
        _asksForTests = RequestedRoles.Of(context.Query).HasFlag(FileRoles.Test);
    }

    /// <summary>
    /// The score of a unit, to be compared within its file alone: what it is ahead of another is the logarithm of the odds that it is meant rather than
    /// the other. Negative infinity for one that cannot be a hit.
    /// </summary>
    public float ScoreOf(int unit)
    {
        if (!_context.Scores.IsAllowed(unit))
        {
            return float.NegativeInfinity;
        }

        Span<float> row = stackalloc float[UnitFeatureReader.Width];
        _features.Read(unit, row);
        return TensorPrimitives.Dot(row, UnitWeights.All);
    }

    /// <summary>Reads the features of a unit, by <see cref="UnitFeature"/>.</summary>
    public void Read(int unit, Span<float> row) => _features.Read(unit, row);

    /// <summary>
    /// The unit that stands for a file: the best, but not the head of the file, whose imports and name are near to what names the file,
    /// and which is no answer; nor a test that is written beside what it tests, unless tests are asked for.
    /// </summary>
    public int BestOf(int file)
    {
        (int start, int end) = (_context.Contents.FileStarts[file], _context.Contents.FileStarts[file + 1]);
        int best = BestOf(start, end, withTests: _asksForTests);
        best = best >= 0 || _asksForTests ? best : BestOf(start, end, withTests: true);
        return best >= 0 ? best : _context.Fusion.BestUnit(start, end);
    }

    private int BestOf(int start, int end, bool withTests)
    {
        int best = -1;
        float most = float.NegativeInfinity;
        for (int unit = start; unit < end; unit++)
        {
            // Names are looked up, and nearly no unit needs its own.
            float score = AtMost(unit) > most ? ScoreOf(unit) : float.NegativeInfinity;
            if (score > most && !_context.Traits.Modules.IsHead(unit) && (withTests || _context.Contents.Units[unit].Role != UnitRole.Test))
            {
                (best, most) = (unit, score);
            }
        }

        return best;
    }

    // The retrievers and the length, and whatever the name; what else there is takes away.
    private float AtMost(int unit)
    {
        HybridFusion fusion = _context.Fusion;
        LineRange lines = _context.Contents.Units[unit].Lines;
        float ofDense = _context.Scores.HasDense ? Of(UnitFeature.Dense) * Math.Max(fusion.DenseOfUnit(unit), -1) : 0;
        return s_ofName + (Of(UnitFeature.Fused) * fusion.Units[unit]) + ofDense + (Of(UnitFeature.Lexical) * fusion.LexicalOfUnit(unit))
            + ((Of(UnitFeature.Lines) + Math.Max(Of(UnitFeature.ChangeLines), 0)) * MathF.Log(2 + lines.End - lines.Start));
    }

    private static float Of(UnitFeature feature) => UnitWeights.All[(int)feature];
}
