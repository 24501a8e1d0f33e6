namespace StructIndex;

/// <summary>What is known of a pair besides its words.</summary>
/// <param name="Package">Number of the package.</param>
/// <param name="File">Number of the file, counted over the whole corpus.</param>
/// <param name="Language">Number of the language.</param>
/// <param name="Kind">Function, type or file.</param>
/// <param name="Split">What the pair may be used for.</param>
/// <param name="QueryHash">Of the words of the documentation: equal queries are no negatives of each other.</param>
/// <param name="BodyHash">Of the words of the code, as in <see cref="BodyFingerprint"/>.</param>
internal readonly record struct PairHead(int Package, int File, byte Language, PairKind Kind, CorpusSplit Split, ulong QueryHash, ulong BodyHash);
