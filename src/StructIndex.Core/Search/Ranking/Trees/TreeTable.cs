using System.Globalization;

namespace StructIndex;

/// <summary>
/// Trees as rows of text, from the root down, a node before what is below it and that before what is above it: <c>FEATURE threshold</c> for a question,
/// <c>= value weight</c> for a leaf, cells apart by tabs. A tree ends where all its questions have both of their nodes, and the next one begins.
/// </summary>
internal static class TreeTable
{
    private const string Leaf = "=";

    /// <summary>Reads trees.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="featureOf">The number of a feature by its name.</param>
    /// <exception cref="FormatException">A row is not as described, or a tree is cut off.</exception>
    public static IReadOnlyList<TreeNode> Read(IEnumerable<string[]> rows, Func<string, int> featureOf)
    {
        using IEnumerator<string[]> at = rows.GetEnumerator();
        List<TreeNode> trees = [];
        while (at.MoveNext())
        {
            trees.Add(ReadNode(at, featureOf));
        }

        return trees;
    }

    /// <summary>Writes a tree, one row a line.</summary>
    public static void Write(TreeNode node, Func<int, string> nameOf, TextWriter to)
    {
        if (node.Below is null)
        {
            to.Write(string.Create(CultureInfo.InvariantCulture, $"{Leaf}\t{node.Mean:G6}\t{node.Weight}\n"));
            return;
        }

        to.Write(string.Create(CultureInfo.InvariantCulture, $"{nameOf(node.Feature)}\t{node.Threshold:G9}\n"));
        Write(node.Below, nameOf, to);
        Write(node.Above!, nameOf, to);
    }

    private static TreeNode ReadNode(IEnumerator<string[]> at, Func<string, int> featureOf)
    {
        string[] row = at.Current;
        if (row.Length == 3 && row[0] == Leaf)
        {
            return new TreeNode(double.Parse(row[1], CultureInfo.InvariantCulture), double.Parse(row[2], CultureInfo.InvariantCulture));
        }

        if (row.Length != 2)
        {
            throw new FormatException($"A row of a tree has two or three cells, not {row.Length}: {string.Join(' ', row)}");
        }

        int feature = featureOf(row[0]);
        float threshold = float.Parse(row[1], CultureInfo.InvariantCulture);
        TreeNode below = ReadNext(at, featureOf);
        return new TreeNode(feature, threshold, below, ReadNext(at, featureOf));
    }

    private static TreeNode ReadNext(IEnumerator<string[]> at, Func<string, int> featureOf) =>
        at.MoveNext() ? ReadNode(at, featureOf) : throw new FormatException("The last tree is cut off.");
}
