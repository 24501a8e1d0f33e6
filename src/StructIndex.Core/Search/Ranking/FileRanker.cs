using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>
/// Scores files by their features: a weighted sum, corrected by small trees, since what a feature is worth depends on the others and on the query. Both are
/// fitted by <c>fit-ranker</c> under <c>benchmarks</c>.
/// </summary>
/// <param name="weights">A weight for each <see cref="RankFeature"/>.</param>
/// <param name="trees">The trees; null for none.</param>
internal sealed class FileRanker(float[] weights, TreeEnsemble? trees)
{
    private static readonly Lazy<FileRanker> s_default = new(() => new FileRanker(RankWeights.All.ToArray(), new TreeEnsemble(TreeTable.Read(DataTable.Rows("ranker.tsv"), FeatureOf))));
    private static readonly Lazy<FileRanker> s_snippets = new(() => new FileRanker(SnippetWeights.All.ToArray(), trees: null));

    /// <summary>The ranker of code bases.</summary>
    public static FileRanker Default => s_default.Value;

    /// <summary>The ranker of snippets without paths (<see cref="FileTraits.AreSnippets"/>).</summary>
    public static FileRanker Snippets => s_snippets.Value;

    /// <summary>The number of a feature by its name.</summary>
    public static int FeatureOf(string name) => (int)Enum.Parse<RankFeature>(name);

    /// <summary>The scores of the files of a table.</summary>
    public float[] Score(FeatureTable table)
    {
        float[] scores = new float[table.Files.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = TensorPrimitives.Dot(weights, table.Row(i)) + (RankConstants.JointWeight * table.Joint[i]);
        }

        trees?.AddTo(table.Values, FeatureTable.Width, scores);
        return scores;
    }

    /// <summary>What each feature gives to the score of a file, in the weighted sum and on its way through the trees; they sum to the score.</summary>
    public IReadOnlyList<ScorePart> PartsOf(FeatureTable table, int row)
    {
        double[] values = new double[FeatureTable.Width];
        trees?.AddParts(table.Row(row), values);
        List<ScorePart> parts = [];
        for (int feature = 0; feature < values.Length; feature++)
        {
            double value = values[feature] + (weights[feature] * table.Row(row)[feature]);
            if (value != 0)
            {
                parts.Add(new ScorePart($"rank:{(RankFeature)feature}", value));
            }
        }

        if (table.Joint[row] > 0)
        {
            parts.Add(new ScorePart("rank:Neighbours", RankConstants.JointWeight * table.Joint[row]));
        }

        return parts;
    }
}
