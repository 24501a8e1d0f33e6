using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>
/// English words of a vocabulary that are forms of one another: <c>parse</c>, <c>parses</c>, <c>parsed</c>, <c>parsing</c>. Found by their
/// endings alone, much as in step 1 of Porter's stemmer (1980), so that a few that are none come together too.
/// </summary>
internal static class WordFamilies
{
    private const int MinLetters = 5;
    private const int MinStemLength = 3;

    /// <summary>The rows of each family of two or more words, ascending.</summary>
    public static int[][] Of(Vocabulary vocabulary) =>
        [.. Enumerable.Range(0, vocabulary.Count)
            .GroupBy(row => Stem(vocabulary.Word(row).ToString()), StringComparer.Ordinal)
            .Select(family => family.ToArray())
            .Where(family => family.Length > 1)];

    /// <summary>
    /// Turns the vectors of words towards the mean direction of their families, in which a form weighs by the root of its count: training
    /// saw too little of rare forms. Lengths stay.
    /// </summary>
    /// <param name="state">The vectors.</param>
    /// <param name="vocabulary">Their words.</param>
    /// <param name="count">A word that was seen n times keeps n / (n + count) of its own direction.</param>
    public static void Blend(ModelState state, Vocabulary vocabulary, double count)
    {
        float[] mean = new float[state.Dimensions];
        foreach (int[] family in Of(vocabulary))
        {
            Array.Clear(mean);
            foreach (int row in family)
            {
                ReadOnlySpan<float> own = Row(state, row);
                float length = TensorPrimitives.Norm(own);
                TensorPrimitives.MultiplyAdd(own, length > 0 ? MathF.Sqrt(vocabulary.CountOf(row)) / length : 0, mean, mean);
            }

            float whole = TensorPrimitives.Norm<float>(mean);
            foreach (int row in family)
            {
                Span<float> own = Row(state, row);
                float length = TensorPrimitives.Norm<float>(own);
                if (length > 0 && whole > 0)
                {
                    float kept = (float)(vocabulary.CountOf(row) / (vocabulary.CountOf(row) + count));
                    TensorPrimitives.Multiply(own, kept / length, own);
                    TensorPrimitives.MultiplyAdd(mean, (1 - kept) / whole, own, own);
                    float sum = TensorPrimitives.Norm<float>(own);
                    TensorPrimitives.Multiply(own, sum > 0 ? length / sum : 0, own);
                }
            }
        }
    }

    /// <summary>What the forms of a word have in common.</summary>
    public static string Stem(string word)
    {
        if (word.Length < MinLetters || !word.All(char.IsAsciiLetterLower))
        {
            return word;
        }

        word = Singular(word);
        foreach (string ending in (ReadOnlySpan<string>)["ing", "ed"])
        {
            string stem = word.EndsWith(ending, StringComparison.Ordinal) ? word[..^ending.Length] : "";
            if (stem.Length >= MinStemLength && stem.Any(letter => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y'))
            {
                // "stopped" ends in a letter that was doubled; "filled" and "passed" do not.
                bool doubled = stem.Length > MinStemLength && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z');
                word = doubled ? stem[..^1] : stem;
                break;
            }
        }

        return word.EndsWith('e') ? word[..^1] : word;
    }

    private static Span<float> Row(ModelState state, int row) => state.Table.AsSpan(row * state.Dimensions, state.Dimensions);

    private static string Singular(string word) => word switch
    {
        [.., 'i', 'e', 's'] => word[..^3] + "y",
        [.., 's', 's', 'e', 's'] or [.., 'c', 'h', 'e', 's'] or [.., 's', 'h', 'e', 's'] or [.., 'x', 'e', 's'] => word[..^2],
        [.., 's' or 'u' or 'i', 's'] => word,
        [.., 's'] => word[..^1],
        _ => word,
    };
}
