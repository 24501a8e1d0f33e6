namespace StructIndex;

/// <summary>What is mined, and what stays out.</summary>
public sealed record MiningOptions
{
    /// <summary>Most pairs of one package, so that no project speaks for all.</summary>
    /// <value>The default value is 4,000.</value>
    public int MaxPairsPerPackage { get; init; } = 4_000;

    /// <summary>
    /// Most characters of source that are read of one package; the files are taken in an order that a hash of their paths gives.
    /// </summary>
    /// <value>The default value is 25 million.</value>
    public long MaxCharactersPerPackage { get; init; } = 25_000_000;

    /// <summary>
    /// Names of projects that never enter: whose packages or folders bear the name, whatever the prefix of a package system.
    /// </summary>
    public IReadOnlyList<string> ExcludedProjects { get; init; } = [];

    /// <summary>
    /// Folders of source, and JSON-lines files with a <c>text</c> each, that the model will be judged on: no pair with the same code
    /// enters.
    /// </summary>
    public IReadOnlyList<string> LeakCheck { get; init; } = [];

    /// <summary>
    /// The split of the projects named here; the others are for training. When empty, shares of the projects are drawn by a hash of their
    /// names.
    /// </summary>
    public IReadOnlyDictionary<string, CorpusSplit> HeldOut { get; init; } = new Dictionary<string, CorpusSplit>(StringComparer.Ordinal);

    /// <summary>
    /// Share of the projects that are held out for development, and as many for testing, where <see cref="HeldOut"/> is empty.
    /// </summary>
    /// <value>The default value is 0.03.</value>
    public double HeldOutShare { get; init; } = .03;

    /// <summary>Packages mined at a time. The result does not depend on it.</summary>
    /// <value>The default value is the number of processors.</value>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Throws when an option is out of its range.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPairsPerPackage, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxCharactersPerPackage, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        if (HeldOutShare is < 0 or >= .5)
        {
            throw new ArgumentOutOfRangeException(nameof(HeldOutShare), HeldOutShare, "A share is from 0 to below 0.5.");
        }
    }
}
