namespace StructIndex;

/// <summary>
/// The least relevance by default. Chosen on repositories left out of the fit, so that of the questions whose right file is among the first ten few are refused
/// in each style, and most that another repository is asked for; <c>benchmarks/reports/relevance.md</c> gives the figures.
/// </summary>
internal static class RelevanceThresholds
{
    /// <summary>Below it a search is answered weakly at best.</summary>
    /// <param name="hasDense">Whether there are vectors of a known model.</param>
    public static double Weak(bool hasDense) => hasDense ? .8 : .6;

    private const int FewWords = 3;

    /// <summary>
    /// Below it a search has no hits. The title of a change speaks of what is not there yet, and in a report much stands beside the point, so little of either need be
    /// found; a question describes what is sought, a few words less of it; nearly all words of pasted code and of a stack trace are in the repository that it comes from.
    /// </summary>
    /// <param name="kind">What the query is.</param>
    /// <param name="words">How many of its words say what is sought.</param>
    /// <param name="hasDense">Whether there are vectors of a known model.</param>
    public static double Refused(QueryKind kind, int words, bool hasDense) => kind switch
    {
        QueryKind.Title => hasDense ? .3 : .4,
        QueryKind.Report => hasDense ? .3 : .25,
        QueryKind.Snippet or QueryKind.Trace => hasDense ? .8 : .6,
        _ when !hasDense => .4,
        _ => words <= FewWords ? .5 : .66,
    };
}
