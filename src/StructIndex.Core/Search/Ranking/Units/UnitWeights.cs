namespace StructIndex;

/// <summary>
/// The weights of the features by which the units of a file are ordered (<see cref="UnitRanking"/>). Written by the program <c>fit-units</c> under
/// <c>benchmarks</c>, which anyone can run again: conditional logistic regression on 6283 questions in 10 styles about 72 repositories.
/// </summary>
internal static class UnitWeights
{
    private static readonly float[] s_values =
    [
        1.5849f, // Fused
        0.8234f, // Dense
        1.7428f, // Lexical
        1.6563f, // NameMatch
        1.9079f, // NameCover
        -0.2222f, // NameLength
        0.8239f, // Chosen
        0.2572f, // Lines
        -0.6196f, // Type
        -1f, // Module
        0.4031f, // ChangeLines
        -4.5439f, // ChangeType
        -3.3759f, // ChangeModule
        -0.7355f, // ChangeChosen
    ];

    /// <summary>The weights, in the order of <see cref="UnitFeature"/>.</summary>
    public static ReadOnlySpan<float> All => s_values;
}
