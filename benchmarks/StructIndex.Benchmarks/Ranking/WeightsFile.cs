using System.Globalization;
using System.Text;

namespace StructIndex.Benchmarks;

/// <summary>Writes the fitted weights as the source file that the library is built with.</summary>
internal static class WeightsFile
{
    /// <summary>Writes the weights of the sum.</summary>
    /// <param name="path">Where.</param>
    /// <param name="weights">One for each feature.</param>
    /// <param name="about">What they were fitted on.</param>
    public static void Write(string path, float[] weights, string about)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $$"""
            namespace StructIndex;

            /// <summary>
            /// The weights of the ranker's features in the sum that its trees correct (<see cref="FileRanker"/>). Written by the program <c>fit-ranker</c> under
            /// <c>benchmarks</c>, which anyone can run again: pairwise logistic regression on {{about}}.
            /// </summary>
            internal static class RankWeights
            {
            """);
        text.Append('\n');
        foreach (RankFeature feature in Enum.GetValues<RankFeature>())
        {
            text.Append(CultureInfo.InvariantCulture, $"    public const float {feature} = {weights[(int)feature]:0.####}f;\n");
        }

        text.Append("\n    private static readonly float[] s_values =\n    [\n");
        foreach (RankFeature feature in Enum.GetValues<RankFeature>())
        {
            text.Append(CultureInfo.InvariantCulture, $"        {feature},\n");
        }

        text.Append("    ];\n\n    /// <summary>The weights, in the order of <see cref=\"RankFeature\"/>.</summary>\n    public static ReadOnlySpan<float> All => s_values;\n}\n");
        File.WriteAllText(path, text.ToString());
    }

    /// <summary>Writes the weights of units.</summary>
    /// <param name="path">Where.</param>
    /// <param name="weights">One for each feature.</param>
    /// <param name="about">What they were fitted on.</param>
    public static void WriteUnits(string path, float[] weights, string about)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $$"""
            namespace StructIndex;

            /// <summary>
            /// The weights of the features by which the units of a file are ordered (<see cref="UnitRanking"/>). Written by the program <c>fit-units</c> under
            /// <c>benchmarks</c>, which anyone can run again: conditional logistic regression on {{about}}.
            /// </summary>
            internal static class UnitWeights
            {
                private static readonly float[] s_values =
                [

            """);
        foreach (UnitFeature feature in Enum.GetValues<UnitFeature>())
        {
            text.Append(CultureInfo.InvariantCulture, $"        {weights[(int)feature]:0.####}f, // {feature}\n");
        }

        text.Append("    ];\n\n    /// <summary>The weights, in the order of <see cref=\"UnitFeature\"/>.</summary>\n    public static ReadOnlySpan<float> All => s_values;\n}\n");
        File.WriteAllText(path, text.ToString());
    }

    /// <summary>Writes the trees that correct the sum.</summary>
    public static void WriteTrees(string path, IReadOnlyList<TreeNode> trees, string about)
    {
        using StreamWriter writer = new(path);
        writer.Write($"# Trees of the ranker, written by fit-ranker of the benchmarks. Fitted on {about}.\n");
        foreach (TreeNode tree in trees)
        {
            TreeTable.Write(tree, feature => ((RankFeature)feature).ToString(), writer);
        }
    }

    /// <summary>Writes the weights for snippets.</summary>
    /// <param name="path">Where.</param>
    /// <param name="weights">One for each feature of the ranker.</param>
    /// <param name="questions">How many questions they were fitted on.</param>
    /// <param name="cross">MRR on questions that the weights were not fitted on.</param>
    /// <param name="whole">MRR of these weights.</param>
    public static void WriteSnippets(string path, double[] weights, int questions, double cross, double whole)
    {
        string[] lines = File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            foreach (RankFeature feature in SnippetWeights.Features)
            {
                if (lines[i].StartsWith($"    public const float {feature} = ", StringComparison.Ordinal))
                {
                    lines[i] = string.Create(CultureInfo.InvariantCulture, $"    public const float {feature} = {weights[(int)feature]:0.####}f;");
                }
            }

            if (lines[i].StartsWith("/// regression on ", StringComparison.Ordinal))
            {
                lines[i] = string.Create(CultureInfo.InvariantCulture, $"/// regression on {questions} questions; MRR of these weights {whole:0.000}, and {cross:0.000} on questions that they were not fitted on (ten folds).");
            }
        }

        File.WriteAllText(path, string.Join('\n', lines) + "\n");
    }
}
