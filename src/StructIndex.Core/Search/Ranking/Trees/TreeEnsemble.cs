namespace StructIndex;

/// <summary>
/// A sum of regression trees over one row of features, made to be asked for a hundred rows at once: all nodes of all trees in one array, siblings side by
/// side, so that a step down is a comparison and an addition and no jump. Each node knows the mean of what lies below it, weighed by how much of the
/// training data came there; a tree counts relative to its root's, so that an ordinary row has a score of 0.
/// </summary>
internal sealed class TreeEnsemble
{
    private readonly Node[] _nodes;
    private readonly float[] _means;
    private readonly (int Root, int Depth)[] _trees;

    /// <summary>Lays trees out.</summary>
    /// <param name="trees">The trees.</param>
    public TreeEnsemble(IReadOnlyList<TreeNode> trees)
    {
        int count = trees.Sum(tree => tree.Count);
        (_nodes, _means, _trees) = (new Node[count], new float[count], new (int, int)[trees.Count]);
        int free = 0;
        for (int tree = 0; tree < trees.Count; tree++)
        {
            _trees[tree] = (free, trees[tree].Depth);
            Lay(trees[tree], free++, trees[tree].Mean, ref free);
        }
    }

    /// <summary>Number of trees.</summary>
    public int Count => _trees.Length;

    /// <summary>Adds to each score what the trees give to its row.</summary>
    /// <param name="rows">The rows, end to end.</param>
    /// <param name="width">Number of features of a row.</param>
    /// <param name="scores">One for each row.</param>
    public void AddTo(ReadOnlySpan<float> rows, int width, Span<float> scores)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length, width * scores.Length);
        ReadOnlySpan<Node> nodes = _nodes;
        foreach ((int root, int depth) in _trees)
        {
            // Steps of one row wait for each other, those of the next rows do not, so rows turn inside trees.
            for (int row = 0, start = 0; row < scores.Length; row++, start += width)
            {
                int at = root;
                for (int step = 0; step < depth; step++)
                {
                    Node node = nodes[at];
                    at = node.Child + (rows[start + node.Feature] > node.Threshold ? 1 : 0);
                }

                scores[row] += _means[at];
            }
        }
    }

    /// <summary>
    /// Adds to each feature what it gives to a row's score: on the way down each tree, how the mean changes at the nodes that ask for the feature
    /// (Saabas 2014). The parts of all features sum to the score.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="parts">One for each feature.</param>
    public void AddParts(ReadOnlySpan<float> row, Span<double> parts)
    {
        foreach ((int root, int depth) in _trees)
        {
            int at = root;
            for (int step = 0; step < depth; step++)
            {
                Node node = _nodes[at];
                int next = node.Child + (row[node.Feature] > node.Threshold ? 1 : 0);
                parts[node.Feature] += (double)_means[next] - _means[at];
                at = next;
            }
        }
    }

    private void Lay(TreeNode node, int at, double root, ref int free)
    {
        _means[at] = (float)(node.Mean - root);
        if (node.Below is null)
        {
            // A leaf leads to itself.
            _nodes[at] = new Node(0, float.PositiveInfinity, at);
            return;
        }

        int child = free;
        free += 2;
        _nodes[at] = new Node(node.Feature, node.Threshold, child);
        Lay(node.Below, child, root, ref free);
        Lay(node.Above!, child + 1, root, ref free);
    }

    private readonly record struct Node(int Feature, float Threshold, int Child);
}
