namespace StructIndex;

/// <summary>Pairs as the trainer reads them: rows of the vocabulary with their weights, flat. About a kilobyte a pair.</summary>
internal sealed class TrainingSet
{
    /// <summary>Name, container, path, signature, body: the code side.</summary>
    public const int CodeFields = 5;

    /// <summary>
    /// These, and what follows the first sentence of the documentation, which stands beside the code when the sentence alone is the query.
    /// </summary>
    public const int Fields = CodeFields + 1;

    /// <summary>First sentence, and what follows.</summary>
    public const int QueryParts = 2;

    /// <summary>A weight of the code side is held as a fraction of this.</summary>
    public const float WeightUnit = ushort.MaxValue;

    public required int Count { get; init; }

    /// <summary>Where field f of pair p begins in <see cref="CodeRows"/>, at p x 6 + f; one more at the end.</summary>
    public required int[] CodeStarts { get; init; }

    public required ushort[] CodeRows { get; init; }

    public required ushort[] CodeWeights { get; init; }

    /// <summary>Where part q of pair p begins in <see cref="QueryRows"/>, at p x 2 + q; one more at the end.</summary>
    public required int[] QueryStarts { get; init; }

    public required ushort[] QueryRows { get; init; }

    /// <summary>1 + ln occurrences, times the weight of a piece.</summary>
    public required float[] QueryWeights { get; init; }

    /// <summary>
    /// Of the words of the first sentence: pairs that share it are no negatives of each other where the sentence alone is asked.
    /// </summary>
    public required ulong[] SentenceHashes { get; init; }

    public required PairHead[] Heads { get; init; }

    /// <summary>Names of packages and languages, by the numbers in <see cref="Heads"/>.</summary>
    public required IReadOnlyList<string> Packages { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }
}
