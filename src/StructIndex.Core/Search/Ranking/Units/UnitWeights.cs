namespace StructIndex;

/// <summary>
/// The weights of the features by which the units of a file are ordered (<see cref="UnitRanking"/>). Written by the program <c>fit-units</c> under
/// <c>benchmarks</c>, which anyone can run again: conditional logistic regression on 6283 questions in 10 styles about 72 repositories.
/// </summary>
internal static class UnitWeights
{
    private static readonly float[] s_values =
    [
        1.594f, // Fused
        0.8147f, // Dense
        1.7523f, // Lexical
        1.6859f, // NameMatch
        1.8802f, // NameCover
        -0.2362f, // NameLength
        0.8311f, // Chosen
        0.2612f, // Lines
        -0.652f, // Type
        -1f, // Module
        -0.0678f, // Users
        0.4087f, // ChangeLines
        -4.5157f, // ChangeType
        -3.4523f, // ChangeModule
        -0.7165f, // ChangeChosen
    ];

    /// <summary>The weights, in the order of <see cref="UnitFeature"/>.</summary>
    public static ReadOnlySpan<float> All => s_values;
}
