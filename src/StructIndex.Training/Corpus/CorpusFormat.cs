namespace StructIndex;

/// <summary>
/// The file of documentation/code pairs. Little-endian; numbers marked v are 7-bit variable-length (LEB128).
/// <code>
/// 0   8 bytes  magic "SIPAIRS\0"
/// 8   uint32   version of the format
/// 12  uint32   version of the tokenizer that the words come from
/// 16  uint64   where the tables begin
/// 24  uint32   number of pairs
/// 28  pairs    v package, v file, language, kind, split (one byte each), uint64 query hash, uint64 body hash,
///              then for each of the 7 fields v number of distinct words and for each word v (2 x word + (count > 1)) [v count]
///     tables   v words, each: length byte, UTF-8, v count in code, v count in documentation (both of pairs to learn from)
///              v packages, each: string name, string licence; v languages, each: string
/// </code>
/// The fields are name, container, path, signature, body, first sentence, rest of the documentation, each with the words
/// that <see cref="FieldTokens"/> takes from it.
/// </summary>
internal static class CorpusFormat
{
    public const uint Version = 1;
    public const int HeaderBytes = 28;
    public const int Fields = TrainingSet.CodeFields + TrainingSet.QueryParts;

    public static ReadOnlySpan<byte> Magic => "SIPAIRS\0"u8;
}
