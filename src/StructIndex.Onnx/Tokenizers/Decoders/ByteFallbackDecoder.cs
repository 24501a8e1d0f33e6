using System.Text;

namespace StructIndex;

/// <summary>Reads byte tokens back; bytes that are no UTF-8 become one U+FFFD each.</summary>
internal sealed class ByteFallbackDecoder : ITokenDecoder
{
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    public List<string> Decode(List<string> tokens)
    {
        List<string> decoded = [];
        List<byte> bytes = [];
        foreach (string token in tokens)
        {
            int b = ByteFallback.ByteOf(token);
            if (b >= 0)
            {
                bytes.Add((byte)b);
                continue;
            }

            Flush();
            decoded.Add(token);
        }

        Flush();
        return decoded;

        void Flush()
        {
            if (bytes.Count > 0)
            {
                try
                {
                    decoded.Add(s_strict.GetString([.. bytes]));
                }
                catch (DecoderFallbackException)
                {
                    decoded.Add(new string('\uFFFD', bytes.Count));
                }

                bytes.Clear();
            }
        }
    }
}
