using System.Globalization;

namespace StructIndex;

/// <summary>Says in a sentence why a search abstains or is answered weakly, by what was missing.</summary>
internal static class AbstentionReason
{
    private const int MaxWords = 3;

    /// <summary>The sentence where all hits were cut.</summary>
    public static string OfHits(double least) => string.Create(CultureInfo.InvariantCulture, $"No hit is {least:0.##} likely, which is the least that was asked for.");

    /// <summary>The sentence.</summary>
    /// <param name="features">What was found.</param>
    /// <param name="relevance">How likely an answer is.</param>
    /// <param name="least">How likely it must be.</param>
    public static string Of(AnswerabilityFeatures features, double relevance, double least)
    {
        string measured = string.Create(CultureInfo.InvariantCulture, $"an answer is {relevance:0.00} likely, and {least:0.00} is asked for");
        return features.UnknownWords.Count switch
        {
            0 => $"Every word of the query occurs, but no unit stands out by them: {measured}.",
            1 => $"No unit mentions '{features.UnknownWords[0]}' or anything near it: {measured}.",
            _ => $"No unit mentions {string.Join(" or ", features.UnknownWords.Take(MaxWords).Select(word => $"'{word}'"))}, or anything near: {measured}.",
        };
    }
}
