using System.Numerics.Tensors;

namespace StructIndex.Benchmarks;

/// <summary>How trees are fitted on groups, to correct a weighted sum of the features.</summary>
/// <param name="Rounds">Number of trees.</param>
/// <param name="Parameters">LightGBM's settings.</param>
/// <param name="Candidates">How many candidates of a question are fitted on, targets beyond included.</param>
/// <param name="Uses">Which features the trees may ask for.</param>
/// <param name="IsMonotone">Whether a feature that speaks for a file, whatever the others say, never lowers its score, and one that speaks against it never raises it.</param>
internal sealed record TreeFit(int Rounds, string Parameters, int Candidates, bool[] Uses, bool IsMonotone)
{
    /// <summary>Fits, each question weighing as <see cref="GroupWeights"/> says.</summary>
    /// <param name="groups">The questions.</param>
    /// <param name="sum">The weights of the sum that the trees add to.</param>
    public IReadOnlyList<TreeNode> Fit(IReadOnlyList<RankedGroup> groups, float[] sum)
    {
        RankedGroup[] used = [.. groups.Where(group => group.Hits.AsSpan(0, group.Count).Contains(true) && group.Hits.Contains(false))];
        Dictionary<RankedGroup, double> weights = GroupWeights.Of(used);
        int[] columns = [.. Enumerable.Range(0, RankedGroup.Width).Where(column => Uses[column])];
        List<int[]> rowsOf = [.. used.Select(RowsOf)];
        int count = rowsOf.Sum(rows => rows.Length);
        float[] values = new float[count * columns.Length], labels = new float[count], rowWeights = new float[count];
        double[] start = new double[count];
        int at = 0;
        for (int group = 0; group < used.Length; group++)
        {
            foreach (int row in rowsOf[group])
            {
                ReadOnlySpan<float> from = used[group].Row(row);
                for (int column = 0; column < columns.Length; column++)
                {
                    values[(at * columns.Length) + column] = from[columns[column]];
                }

                (labels[at], rowWeights[at]) = (used[group].Hits[row] ? 1 : 0, (float)weights[used[group]]);
                start[at++] = TensorPrimitives.Dot(sum, from);
            }
        }

        TrainingTable table = new(values, columns.Length, labels, rowWeights, [.. rowsOf.Select(rows => rows.Length)], start);
        string signs = IsMonotone ? " monotone_constraints=" + string.Join(',', columns.Select(column => WeightBounds.SignOf((RankFeature)column))) : "";
        return [.. LightGbmTrainer.Train(table, Rounds, Parameters + signs).Select(tree => Renumber(tree, columns))];
    }

    private int[] RowsOf(RankedGroup group) => [.. Enumerable.Range(0, group.Count).Where(row => row < Candidates || group.Hits[row])];

    private static TreeNode Renumber(TreeNode node, int[] columns) => node.Below is null
        ? node
        : new TreeNode(columns[node.Feature], node.Threshold, Renumber(node.Below, columns), Renumber(node.Above!, columns));
}
