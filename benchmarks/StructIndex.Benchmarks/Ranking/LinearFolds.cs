using System.Numerics.Tensors;

namespace StructIndex.Benchmarks;

/// <summary>The weighted sum of features fitted on the same questions, as a measure of what trees add: pairwise logistic regression, one fit for each fold left out.</summary>
internal static class LinearFolds
{
    // So many questions of a style and repository, and so many candidates of a question, are fitted on.
    private const int Questions = 8;
    private const int Rows = 30;

    /// <summary>For each fold the weights fitted on all others, and as the last those fitted on all.</summary>
    public static float[][] Fit(IReadOnlyList<RankedGroup> groups, Func<RankedGroup, int> foldOf, int folds)
    {
        List<RankingQuery> queries = [];
        RankedGroup[] used = [.. groups.Where(group => group.Hits.Contains(true)).GroupBy(group => (group.Style, group.Repository)).SelectMany(pair => pair.OrderBy(group => StableHash.Of(group.Id)).Take(Questions))];
        Dictionary<RankedGroup, double> groupWeights = GroupWeights.Of(used);
        foreach (RankedGroup group in used)
        {
            int[] rows = [.. Enumerable.Range(0, group.Count).Where(row => row < Rows || group.Hits[row])];
            queries.Add(new RankingQuery(new DevelopmentQuery(group.Id, "", group.Style, []), foldOf(group), [.. rows.Select(row => group.Row(row).ToArray())], [.. rows.Select(row => group.Hits[row])], [], groupWeights[group]));
        }

        // What is the same for all candidates of a question has no weight in a sum.
        PairwiseFit fit = new(queries, RankedGroup.Width, 1e-2);
        bool[] uses = [.. Enum.GetValues<RankFeature>().Select(feature => feature < RankFeature.QueryWords)];
        float[][] weights = new float[folds + 1][];
        Parallel.For(0, folds + 1, fold => weights[fold] = [.. fit.Fit(fold < folds ? fold : -1, uses).Select((weight, feature) => WeightBounds.Bounded((RankFeature)feature, (float)weight))]);
        return weights;
    }

    /// <summary>The scores of a group's candidates by some weights.</summary>
    public static float[] Score(RankedGroup group, float[] weights)
    {
        float[] scores = new float[group.Count];
        for (int row = 0; row < scores.Length; row++)
        {
            scores[row] = TensorPrimitives.Dot(weights, group.Row(row)) + (RankConstants.JointWeight * group.Joint[row]);
        }

        return scores;
    }
}
