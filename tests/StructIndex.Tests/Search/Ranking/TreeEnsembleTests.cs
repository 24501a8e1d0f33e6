namespace StructIndex.Tests;

public sealed class TreeEnsembleTests
{
    private const int Width = 5;

    [Fact]
    public void A_row_gets_the_leaf_that_its_features_lead_to_and_a_threshold_belongs_to_the_lower_side()
    {
        TreeEnsemble ensemble = new([new TreeNode(1, .5f, new TreeNode(-1, 1), new TreeNode(2, .25f, new TreeNode(3, 1), new TreeNode(5, 2)))]);

        // The mean over the training data, (-1 + 3 + 2 * 5) / 4, is what an ordinary row gets, and counts 0.
        Assert.Equal(-4f, ScoreOf(ensemble, [9, .5f, 9, 0, 0]), 1e-5f);
        Assert.Equal(0f, ScoreOf(ensemble, [9, .51f, .25f, 0, 0]), 1e-5f);
        Assert.Equal(2f, ScoreOf(ensemble, [9, .51f, .26f, 0, 0]), 1e-5f);
    }

    [Fact]
    public void Scores_are_those_of_walking_each_tree_from_node_to_node()
    {
        Random random = new(3);
        TreeNode[] trees = [.. Enumerable.Range(0, 40).Select(_ => Grow(random, 1 + random.Next(7)))];
        float[] rows = [.. Enumerable.Range(0, 100 * Width).Select(_ => (float)random.Next(11) / 10)];
        float[] scores = new float[100];
        new TreeEnsemble(trees).AddTo(rows, Width, scores);
        for (int row = 0; row < scores.Length; row++)
        {
            Assert.Equal(trees.Sum(tree => Walk(tree, rows.AsSpan(row * Width, Width)) - tree.Mean), scores[row], 1e-3);
        }
    }

    [Fact]
    public void Parts_of_features_sum_to_the_score_and_only_what_a_path_asks_for_has_one()
    {
        Random random = new(5);
        TreeEnsemble ensemble = new([.. Enumerable.Range(0, 40).Select(_ => Grow(random, 6, features: Width - 1))]);
        for (int i = 0; i < 100; i++)
        {
            float[] row = [.. Enumerable.Range(0, Width).Select(_ => random.NextSingle())];
            double[] parts = new double[Width];
            ensemble.AddParts(row, parts);
            Assert.Equal(ScoreOf(ensemble, row), parts.Sum(), 1e-3);
            Assert.Equal(0, parts[Width - 1]);
        }
    }

    [Fact]
    public void A_tree_of_one_leaf_and_an_ensemble_of_no_tree_give_nothing()
    {
        Assert.Equal(0, ScoreOf(new TreeEnsemble([new TreeNode(7, 1)]), [1, 2, 3, 4, 5]));
        Assert.Equal(0, ScoreOf(new TreeEnsemble([]), [1, 2, 3, 4, 5]));
    }

    [Fact]
    public void Scores_are_added_to_what_is_there()
    {
        float[] scores = [10, 20];
        new TreeEnsemble([new TreeNode(0, 0, new TreeNode(-1, 1), new TreeNode(1, 1))]).AddTo([-1, 0, 0, 0, 0, 1, 0, 0, 0, 0], Width, scores);
        Assert.Equal([9f, 21f], scores);
    }

    [Fact]
    public void What_a_table_holds_is_read_as_it_was_written()
    {
        Random random = new(7);
        TreeNode[] trees = [.. Enumerable.Range(0, 10).Select(_ => Grow(random, 5))];
        StringWriter text = new();
        Array.ForEach(trees, tree => TreeTable.Write(tree, feature => $"F{feature}", text));
        IReadOnlyList<TreeNode> read = TreeTable.Read(text.ToString().TrimEnd().Split('\n').Select(line => line.Split('\t')), name => int.Parse(name[1..]));

        float[] rows = [.. Enumerable.Range(0, 50 * Width).Select(_ => random.NextSingle())], expected = new float[50], actual = new float[50];
        new TreeEnsemble(trees).AddTo(rows, Width, expected);
        new TreeEnsemble(read).AddTo(rows, Width, actual);
        Assert.Equal(trees.Length, read.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
    }

    [Theory]
    [InlineData("F0\t.5", "=\t1\t1")]
    [InlineData("F0\t.5\t1\t1")]
    [InlineData("=\t1")]
    public void A_table_that_is_cut_off_or_garbled_is_refused(params string[] lines) =>
        Assert.ThrowsAny<FormatException>(() => TreeTable.Read(lines.Select(line => line.Split('\t')), _ => 0));

    private static TreeNode Grow(Random random, int depth, int features = Width) => depth == 0 || random.Next(5) == 0
        ? new TreeNode(random.NextDouble() - .5, 1 + random.Next(100))
        : new TreeNode(random.Next(features), (float)random.Next(11) / 10, Grow(random, depth - 1, features), Grow(random, depth - 1, features));

    private static double Walk(TreeNode node, ReadOnlySpan<float> row) =>
        node.Below is null ? node.Mean : Walk(row[node.Feature] <= node.Threshold ? node.Below : node.Above!, row);

    private static float ScoreOf(TreeEnsemble ensemble, float[] row)
    {
        float[] score = [0];
        ensemble.AddTo(row, Width, score);
        return score[0];
    }
}
