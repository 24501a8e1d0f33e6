using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace StructIndex;

/// <summary>What an embedding was made of: the text (by its SHA-256, shortened), the template that wrote it, the model that read it, the components of the vector.</summary>
internal readonly record struct EmbeddingCacheKey(UInt128 Text, int TemplateVersion, string Model, int Dimensions)
{
    public static EmbeddingCacheKey Of(string text, int templateVersion, string model, int dimensions)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes<char>(text), hash);
        return new EmbeddingCacheKey(BinaryPrimitives.ReadUInt128LittleEndian(hash), templateVersion, model, dimensions);
    }
}
