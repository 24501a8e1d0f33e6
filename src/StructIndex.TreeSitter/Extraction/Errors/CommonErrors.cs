namespace StructIndex;

/// <summary>Of a file that is parsed more than once, what no parse that was shown it could read.</summary>
internal static class CommonErrors
{
    /// <summary>The errors, ascending.</summary>
    /// <param name="readings">The parses.</param>
    /// <param name="errors">What each of them could not read, ascending.</param>
    public static List<Stretch> Of(IReadOnlyList<Reading> readings, IReadOnlyList<List<Stretch>> errors)
    {
        List<Stretch> common = [];
        for (int i = 0; i < readings.Count; i++)
        {
            common.AddRange(errors[i].Where(error => Enumerable.Range(0, readings.Count).All(other => other == i || !Reads(readings[other].Text, errors[other], error))));
        }

        common.Sort((a, b) => a.Start.CompareTo(b.Start));
        return common;
    }

    private static bool Reads(string text, List<Stretch> errors, Stretch place)
    {
        int next = SortedStarts.FirstFrom(errors, place.Start + 1, static error => error.Start);
        bool isError = next > 0 && (errors[next - 1].End > place.Start || errors[next - 1].Start == place.Start);
        return place.Start < text.Length && !char.IsWhiteSpace(text[place.Start]) && !isError;
    }
}
