namespace StructIndex;

/// <summary>What a <c>tokenizer.json</c> says.</summary>
internal sealed record TokenizerParts
{
    public required IReadOnlyList<INormalizer> Normalizers { get; init; }

    public required IReadOnlyList<IPreTokenizer> PreTokenizers { get; init; }

    public required ITokenModel Model { get; init; }

    public required TokenTemplate Template { get; init; }

    public required IReadOnlyList<ITokenDecoder> Decoders { get; init; }

    public required IReadOnlyList<AddedToken> Added { get; init; }

    /// <summary>Ids of special tokens.</summary>
    public required IReadOnlySet<int> SpecialIds { get; init; }

    /// <summary>The tokens by id; null where an id stands for nothing.</summary>
    public required string?[] Tokens { get; init; }

    /// <summary>The limit that the file names.</summary>
    public required int? MaxTokens { get; init; }

    /// <summary>Whether what is too long loses its start.</summary>
    public required bool TruncateLeft { get; init; }
}
