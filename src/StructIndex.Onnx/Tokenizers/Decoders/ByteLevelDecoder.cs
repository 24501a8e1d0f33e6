using System.Text;

namespace StructIndex;

/// <summary>Reads the byte alphabet back. Characters outside of it, which added tokens hold, stand for themselves.</summary>
internal sealed class ByteLevelDecoder : ITokenDecoder
{
    public List<string> Decode(List<string> tokens)
    {
        List<byte> bytes = [];
        foreach (string token in tokens)
        {
            byte[] part = [.. token.Select(c => ByteAlphabet.TryByte(c, out byte b) ? b : (byte)0)];
            bytes.AddRange(token.All(c => ByteAlphabet.TryByte(c, out _)) ? part : Encoding.UTF8.GetBytes(token));
        }

        return [Encoding.UTF8.GetString([.. bytes])];
    }
}
