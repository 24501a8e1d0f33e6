namespace StructIndex;

/// <summary>One step from tokens back to text.</summary>
internal interface ITokenDecoder
{
    List<string> Decode(List<string> tokens);
}
