namespace StructIndex;

/// <summary>Puts one text for another in each token.</summary>
internal sealed record ReplaceDecoder(ReplaceNormalizer Rule) : ITokenDecoder
{
    public List<string> Decode(List<string> tokens) => [.. tokens.Select(token => Rule.Normalize(new AlignedText(token)).Text)];
}
