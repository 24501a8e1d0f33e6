namespace StructIndex;

/// <summary>A node of a regression tree: a leaf, or a question that leads on to one of two.</summary>
internal sealed class TreeNode
{
    /// <summary>Makes a leaf.</summary>
    /// <param name="value">What a row that comes here gets.</param>
    /// <param name="weight">How many rows of the training data came here; above 0.</param>
    public TreeNode(double value, double weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        (Mean, Weight, Count) = (value, weight, 1);
    }

    /// <summary>Makes a question.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="threshold">Up to and with it, rows go to <paramref name="below"/>.</param>
    /// <param name="below">Where lower values lead.</param>
    /// <param name="above">Where higher values lead.</param>
    public TreeNode(int feature, float threshold, TreeNode below, TreeNode above)
    {
        (Feature, Threshold, Below, Above) = (feature, threshold, below, above);
        Weight = below.Weight + above.Weight;
        Mean = ((below.Mean * below.Weight) + (above.Mean * above.Weight)) / Weight;
        Count = 1 + below.Count + above.Count;
        Depth = 1 + Math.Max(below.Depth, above.Depth);
    }

    /// <summary>The feature that is asked for; of a leaf 0.</summary>
    public int Feature { get; }

    /// <summary>Up to and with it rows go to <see cref="Below"/>.</summary>
    public float Threshold { get; }

    /// <summary>Where lower values lead; null for a leaf.</summary>
    public TreeNode? Below { get; }

    /// <summary>Where higher values lead; null for a leaf.</summary>
    public TreeNode? Above { get; }

    /// <summary>What a row gets here, on the mean over the training data: a leaf's value.</summary>
    public double Mean { get; }

    /// <summary>How many rows of the training data came here.</summary>
    public double Weight { get; }

    /// <summary>Number of nodes from here down.</summary>
    public int Count { get; }

    /// <summary>The greatest number of questions from here down.</summary>
    public int Depth { get; }

    /// <summary>The same tree with all values times a factor.</summary>
    public TreeNode Times(double factor) =>
        Below is null ? new TreeNode(Mean * factor, Weight) : new TreeNode(Feature, Threshold, Below.Times(factor), Above!.Times(factor));
}
