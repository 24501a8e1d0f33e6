namespace StructIndex.Benchmarks;

/// <summary>A question with the features of its candidates: what a ranker is fitted on and judged by.</summary>
/// <param name="Id">The question.</param>
/// <param name="Repository">Its repository, which a fold leaves out as a whole.</param>
/// <param name="Style">How it was written: <c>commit</c>, <c>issue</c>, <c>llm</c> and so on.</param>
/// <param name="Named">Whether its text holds a target's path (<c>path</c>), file name (<c>stem</c>) or neither (<c>no</c>).</param>
/// <param name="Values">For each candidate, in fused order, <see cref="Width"/> features.</param>
/// <param name="Joint">For each candidate what its neighbours add (<see cref="JointCoverage"/>).</param>
/// <param name="Hits">For each candidate whether it is a target.</param>
/// <param name="Struck">For each candidate whether it is a test or a document, which nobody changes to answer.</param>
/// <param name="Targets">Number of targets, candidates or not.</param>
/// <param name="PlainRanks">For each target its rank by BM25 over whole files, and the same without what is struck; 0 where it holds no word of the query.</param>
internal sealed record RankedGroup(string Id, string Repository, string Style, string Named, float[] Values, float[] Joint, bool[] Hits, bool[] Struck, int Targets, (int All, int Unstruck)[] PlainRanks)
{
    /// <summary>Number of features of a candidate.</summary>
    public static int Width => FeatureTable.Width;

    /// <summary>Number of candidates.</summary>
    public int Count => Hits.Length;

    /// <summary>The features of a candidate.</summary>
    public ReadOnlySpan<float> Row(int at) => Values.AsSpan(at * Width, Width);
}
