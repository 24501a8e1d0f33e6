namespace StructIndex;

/// <summary>
/// What a unit in a context pack is expected to be worth, in shares of a right answer shown whole. The greedy choice takes what gives the most a
/// token. Fitted by hand on the development questions of <c>benchmarks/reports/context.md</c>.
/// </summary>
internal static class ContextGains
{
    /// <summary>How many of the best files are looked at for further units.</summary>
    public const int DeepFiles = 3;

    /// <summary>Most further units of each of them.</summary>
    public const int FurtherUnits = 4;

    /// <summary>Most hits whose callers and callees are offered.</summary>
    public const int HitsWithNeighbours = 3;

    /// <summary>Most callers, and most callees, of one unit.</summary>
    public const int Neighbours = 3;

    /// <summary>Units of files whose relevance is lower share <see cref="MinorShare"/> of the budget.</summary>
    public const double MinorRelevance = .02;

    /// <summary>The part of the budget that goes to them at most: nearly all of them answer nothing, but what the order got wrong is among them.</summary>
    public const double MinorShare = .25;

    // A file at rank r holds an answer about as often as this says relative to the first.
    private const double RankExponent = 0.9;

    // Each further unit of a file, and each further neighbour of a unit, tells less than the one before.
    private const double FurtherShare = .3;
    private const double NeighbourShare = .08;
    private const double Falling = .7;

    /// <summary>The best unit of the file at a rank, from 1.</summary>
    public static double OfFile(int rank) => Math.Pow(rank, -RankExponent);

    /// <summary>The further unit of a file at a place, from 0.</summary>
    public static double OfFurther(int fileRank, int place) => OfFile(fileRank) * FurtherShare * Math.Pow(Falling, place);

    /// <summary>The neighbour of a unit at a place, from 0.</summary>
    public static double OfNeighbour(double value, int place) => value * NeighbourShare * Math.Pow(Falling, place);

    /// <summary>The share of a unit's worth that a form of it shows: most of what a reader asks is where a thing is and what it promises.</summary>
    public static double Share(ContextForm form) => form switch
    {
        ContextForm.Signature => .7,
        ContextForm.Documented => .78,
        _ => 1,
    };
}
