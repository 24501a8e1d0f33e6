namespace StructIndex;

/// <summary>
/// The weights for snippets: pieces of code that have no path, and most of them no neighbours, so that names of files, centrality and roles
/// say nothing, and one unit is all there is. Written by the program <c>fit-snippets</c> under <c>benchmarks</c>, which anyone can run
/// again: pairwise logistic regression on 500 questions; MRR of these weights 0.502, and 0.502 on questions that they were not fitted on
/// (ten folds). What those questions cannot tell, since they name no symbols, keeps the weights of repositories.
/// </summary>
internal static class SnippetWeights
{
    public const float DenseFile = 2.1635f;
    public const float DenseBest = 0.9239f;
    public const float LexicalFile = 0.3983f;
    public const float WordMatch = 8.0993f;

    private static readonly float[] s_values = Fill();

    /// <summary>The features that are fitted.</summary>
    public static ReadOnlySpan<RankFeature> Features => [RankFeature.DenseFile, RankFeature.DenseBest, RankFeature.LexicalFile, RankFeature.WordMatch];

    /// <summary>The weights, in the order of <see cref="RankFeature"/>.</summary>
    public static ReadOnlySpan<float> All => s_values;

    private static float[] Fill()
    {
        float[] values = new float[RankWeights.All.Length];
        for (RankFeature kept = RankFeature.DefinesFunction; kept <= RankFeature.Verbatim; kept++)
        {
            values[(int)kept] = RankWeights.All[(int)kept];
        }

        (values[(int)RankFeature.DenseFile], values[(int)RankFeature.DenseBest]) = (DenseFile, DenseBest);
        (values[(int)RankFeature.LexicalFile], values[(int)RankFeature.WordMatch]) = (LexicalFile, WordMatch);
        return values;
    }
}
