namespace StructIndex;

/// <summary>NFC, NFD, NFKC or NFKD.</summary>
internal sealed record UnicodeNormalizer(bool Compatible, bool Compose) : INormalizer
{
    public AlignedText Normalize(AlignedText text) => UnicodeForms.Normalize(text, Compatible, Compose);
}
