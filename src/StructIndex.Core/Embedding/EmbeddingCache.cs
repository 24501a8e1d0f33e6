using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>
/// Remembers embeddings by text, template version, model and dimensions, so that a second build embeds only what changed. In memory, with a file to keep it in.
/// Thread-safe. It grows with every new text and forgets nothing; delete the file to start over.
/// </summary>
public sealed class EmbeddingCache
{
    private const int MaxDimensions = 1 << 16;
    private const uint Version = 1;
    private readonly ConcurrentDictionary<EmbeddingCacheKey, float[]> _vectors = new();

    private static ReadOnlySpan<byte> Magic => "SICACHE\0"u8;

    /// <summary>Number of embeddings.</summary>
    public int Count => _vectors.Count;

    /// <summary>Reads a cache that <see cref="SaveAsync"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="StructIndexException">The file is no cache, of another version, cut short or damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<EmbeddingCache> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] file = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            return Read(path, file);
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or FormatException)
        {
            throw new StructIndexException($"The embedding cache {path} is cut short or damaged.", path, e);
        }
    }

    /// <summary>Saves the cache. The file appears whole or not at all, and equal caches give equal bytes.</summary>
    /// <param name="path">The file; replaced when it exists.</param>
    /// <param name="cancellationToken">Stops the saving and leaves no temporary file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        cancellationToken.ThrowIfCancellationRequested();
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
            await using (stream.ConfigureAwait(false))
            {
                foreach (byte[] part in Parts())
                {
                    await stream.WriteAsync(part, cancellationToken).ConfigureAwait(false);
                }
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    internal bool TryGet(EmbeddingCacheKey key, out float[] vector) => _vectors.TryGetValue(key, out vector!);

    internal void Add(EmbeddingCacheKey key, float[] vector) => _vectors[key] = vector;

    // Magic, version, number of entries; then for each entry model, template version, text hash, dimensions and components.
    private IEnumerable<byte[]> Parts()
    {
        KeyValuePair<EmbeddingCacheKey, float[]>[] entries =
        [
            .. _vectors.OrderBy(e => e.Key.Model, StringComparer.Ordinal).ThenBy(e => e.Key.TemplateVersion).ThenBy(e => e.Key.Dimensions).ThenBy(e => e.Key.Text),
        ];
        using MemoryStream part = new();
        using BinaryWriter writer = new(part);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(entries.Length);
        foreach ((EmbeddingCacheKey key, float[] vector) in entries)
        {
            writer.Write(key.Model);
            writer.Write(key.TemplateVersion);
            writer.Write((ulong)key.Text);
            writer.Write((ulong)(key.Text >> 64));
            writer.Write(vector.Length);
            writer.Write(MemoryMarshal.AsBytes<float>(vector));
            writer.Flush();
            if (part.Length > 1 << 20)
            {
                yield return part.ToArray();
                part.SetLength(0);
            }
        }

        writer.Flush();
        yield return part.ToArray();
    }

    private static EmbeddingCache Read(string path, byte[] file)
    {
        using BinaryReader reader = new(new MemoryStream(file));
        if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
        {
            throw new StructIndexException($"{path} is not an embedding cache.", path);
        }

        uint version = reader.ReadUInt32();
        if (version != Version)
        {
            throw new StructIndexException($"The embedding cache {path} has format version {version}; this library reads version {Version}.", path);
        }

        EmbeddingCache cache = new();
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            string model = string.Intern(reader.ReadString());
            int template = reader.ReadInt32();
            ulong low = reader.ReadUInt64(), high = reader.ReadUInt64();
            int dimensions = reader.ReadInt32();
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)dimensions, (uint)MaxDimensions);
            float[] vector = new float[dimensions];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(vector.AsSpan()));
            cache.Add(new EmbeddingCacheKey(new UInt128(high, low), template, model, dimensions), vector);
        }

        return reader.BaseStream.Position == file.Length ? cache : throw new StructIndexException($"The embedding cache {path} is damaged: something follows its end.", path);
    }
}
