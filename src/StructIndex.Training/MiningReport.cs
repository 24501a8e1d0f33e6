namespace StructIndex;

/// <summary>What a corpus holds, and what was left out and why.</summary>
/// <param name="Packages">Packages that gave pairs, with the number of these and what the package says of its licence.</param>
/// <param name="Pairs">Pairs by language, kind and split.</param>
/// <param name="Dropped">Documented units that were left out, by the name of the rule.</param>
/// <param name="Failures">Files that could not be read or parsed.</param>
public sealed record MiningReport(
    IReadOnlyList<(string Name, int Pairs, string License)> Packages,
    IReadOnlyDictionary<(string Language, PairKind Kind, CorpusSplit Split), int> Pairs,
    IReadOnlyDictionary<string, int> Dropped,
    int Failures)
{
    /// <summary>All pairs.</summary>
    public int Total => Pairs.Values.Sum();
}
