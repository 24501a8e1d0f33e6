namespace StructIndex;

/// <summary>Writes the visible blank as a blank; at the start it is the one that was prepended.</summary>
internal sealed record MetaspaceDecoder(string Replacement, MetaspacePrepend Prepend) : ITokenDecoder
{
    public List<string> Decode(List<string> tokens) =>
        [.. tokens.Select((token, i) => token.Replace(Replacement, i == 0 && Prepend != MetaspacePrepend.Never ? "" : " ", StringComparison.Ordinal))];
}
