using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>Reads the trees of LightGBM's model text: for each tree lines <c>name=value value ...</c>, nodes by number, leaves as -1 - number.</summary>
internal static class LightGbmModel
{
    public static IReadOnlyList<TreeNode> Read(string model)
    {
        List<TreeNode> trees = [];
        foreach (string section in model.Split("\n\n").Select(section => section.TrimStart('\n')).Where(section => section.StartsWith("Tree=", StringComparison.Ordinal)))
        {
            Dictionary<string, string[]> lines = section.Split('\n').Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1].Split(' '), StringComparer.Ordinal);

            // A tree that found no split is one leaf.
            trees.Add(lines["num_leaves"][0] == "1" ? new TreeNode(Number(lines["leaf_value"][0]), 1) : ReadNode(lines, 0));
        }

        return trees;
    }

    private static TreeNode ReadNode(Dictionary<string, string[]> lines, int node)
    {
        if (node < 0)
        {
            return new TreeNode(Number(lines["leaf_value"][~node]), Math.Max(Number(lines["leaf_count"][~node]), 1));
        }

        // Rows are singles, so the greatest single up to a threshold parts them as the threshold does.
        double threshold = Number(lines["threshold"][node]);
        float nearest = (float)threshold;
        return new TreeNode(
            int.Parse(lines["split_feature"][node], CultureInfo.InvariantCulture),
            nearest > threshold ? MathF.BitDecrement(nearest) : nearest,
            ReadNode(lines, int.Parse(lines["left_child"][node], CultureInfo.InvariantCulture)),
            ReadNode(lines, int.Parse(lines["right_child"][node], CultureInfo.InvariantCulture)));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
