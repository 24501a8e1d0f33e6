using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace StructIndex;

/// <summary>What an embedding was made of: the text (by its SHA-256, shortened), the template that wrote it, the model that read it.</summary>
internal readonly record struct EmbeddingCacheKey(UInt128 Text, int TemplateVersion, string Model)
{
    public static EmbeddingCacheKey Of(string text, int templateVersion, string model)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes<char>(text), hash);
        return new EmbeddingCacheKey(BinaryPrimitives.ReadUInt128LittleEndian(hash), templateVersion, model);
    }
}
