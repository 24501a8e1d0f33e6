using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace StructIndex;

/// <summary>
/// Reads the sections of a saved index. Nothing in the file is believed: a length allocates no more than the stream has to give,
/// and whatever does not fit gives an <see cref="IndexFormatException"/>.
/// </summary>
internal sealed class SnapshotReader(Stream stream, string? path, CancellationToken cancellationToken) : IDisposable
{
    private const int HeaderLength = sizeof(int) + sizeof(long);
    private const int PieceLength = 1 << 18;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Reads the mark and the version.</summary>
    public async ValueTask ReadHeaderAsync()
    {
        byte[] header = new byte[SnapshotFormat.Magic.Length + sizeof(int)];
        int read = await ReadAsync(header).ConfigureAwait(false);
        if (read < header.Length || !header.AsSpan(0, SnapshotFormat.Magic.Length).SequenceEqual(SnapshotFormat.Magic.Span))
        {
            throw Fail("a file saved by StructIndex", read < header.Length ? $"a file of {read} bytes" : "other content");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(SnapshotFormat.Magic.Length));
        if (version != SnapshotFormat.Version)
        {
            throw Fail($"format version {SnapshotFormat.Version}", $"format version {version}");
        }

        _hash.AppendData(header);
    }

    /// <summary>
    /// Throws unless the sections, by the lengths that their headers state, fill the stream to its end. None of them is read, so a file of
    /// another make costs nothing, however long it is. A stream that cannot seek is taken as it comes.
    /// </summary>
    public async ValueTask CheckLayoutAsync()
    {
        if (!stream.CanSeek)
        {
            return;
        }

        long start = stream.Position;
        byte[] header = new byte[HeaderLength];
        foreach (SnapshotSection section in Enum.GetValues<SnapshotSection>())
        {
            long length = await ReadHeaderAsync(header, section).ConfigureAwait(false);
            long left = stream.Length - stream.Position - sizeof(uint);
            if (length < 0 || length > left)
            {
                throw Fail($"{length} bytes in section {section}", $"{left} bytes up to the end");
            }

            stream.Position += length + sizeof(uint);
        }

        if (stream.Position != stream.Length)
        {
            throw Fail("the end of the file", $"{stream.Length - stream.Position} further bytes");
        }

        stream.Position = start;
    }

    /// <summary>The SHA-256 of all that was read.</summary>
    public byte[] HashSoFar() => _hash.GetCurrentHash();

    /// <summary>Reads the next section.</summary>
    /// <param name="section">Which it must be.</param>
    /// <param name="count">How many values it must hold; null takes any number.</param>
    public async ValueTask<T[]> ReadAsync<T>(SnapshotSection section, long? count = null)
        where T : unmanaged
    {
        byte[] header = new byte[HeaderLength];
        long length = await ReadHeaderAsync(header, section).ConfigureAwait(false);
        _hash.AppendData(header);
        int size = Unsafe.SizeOf<T>();
        if (length < 0 || length % size != 0 || length / size > Array.MaxLength || (count is { } wanted && length != wanted * size))
        {
            throw Fail(count is null ? $"a length of section {section} that it can have" : $"{count * size} bytes in section {section}", $"{length} bytes");
        }

        if (stream.CanSeek && length > stream.Length - stream.Position)
        {
            throw Fail($"{length} bytes in section {section}", $"{stream.Length - stream.Position} bytes up to the end");
        }

        // A stream that cannot tell its length is read in pieces, so that a false length costs no memory.
        T[] values = new T[stream.CanSeek ? length / size : Math.Min(length, PieceLength) / size];
        uint checksum = Checksum.Append(Checksum.Start, header);
        byte[] buffer = new byte[Math.Min(length, PieceLength)];
        for (long at = 0; at < length;)
        {
            int piece = (int)Math.Min(buffer.Length, length - at);
            await FillAsync(buffer.AsMemory(0, piece), section).ConfigureAwait(false);
            checksum = Checksum.Append(checksum, buffer.AsSpan(0, piece));
            _hash.AppendData(buffer, 0, piece);
            (int first, int end) = ((int)(at / size), (int)((at + piece) / size));
            if (end > values.Length)
            {
                Array.Resize(ref values, (int)Math.Min(length / size, values.Length * 2L));
            }

            buffer.AsSpan(0, piece).CopyTo(MemoryMarshal.AsBytes(values.AsSpan(first, end - first)));
            at += piece;
        }

        byte[] stored = new byte[sizeof(uint)];
        await FillAsync(stored, section).ConfigureAwait(false);
        _hash.AppendData(stored);
        return BinaryPrimitives.ReadUInt32LittleEndian(stored) == checksum
            ? values
            : throw Fail($"section {section} as it was written", "a wrong checksum");
    }

    /// <summary>Reads the next section as numbers that <see cref="SnapshotWriter.WritePackedAsync"/> wrote.</summary>
    /// <param name="section">Which it must be.</param>
    /// <param name="count">How many there must be; null takes any number.</param>
    public async ValueTask<int[]> ReadPackedAsync(SnapshotSection section, long? count = null)
    {
        byte[] bytes = await ReadAsync<byte>(section).ConfigureAwait(false);
        int[] numbers = PackedNumbers.Read(bytes) ?? throw Fail($"section {section} of whole numbers", "other bytes");
        return count is null || numbers.Length == count ? numbers : throw Fail($"{count} numbers in section {section}", $"{numbers.Length} numbers");
    }

    /// <summary>Throws unless the stream is at its end.</summary>
    public async ValueTask ExpectEndAsync()
    {
        if (await ReadAsync(new byte[1]).ConfigureAwait(false) > 0)
        {
            throw Fail("the end of the file", "further bytes");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    /// <summary>The exception for a file that does not hold what it must.</summary>
    public IndexFormatException Fail(string expected, string found) => new(path, expected, found);

    /// <summary>Throws unless <paramref name="right"/>.</summary>
    public void Check(bool right, SnapshotSection section)
    {
        if (!right)
        {
            throw Fail($"section {section} that fits the others", "values out of range");
        }
    }

    /// <summary>Throws unless every value is an index below <paramref name="count"/>.</summary>
    public void CheckIndices(ReadOnlySpan<int> values, int count, SnapshotSection section)
    {
        foreach (int value in values)
        {
            Check((uint)value < (uint)count, section);
        }
    }

    /// <summary>Throws unless each run of values between two starts strictly rises.</summary>
    public void CheckRuns(ReadOnlySpan<int> starts, ReadOnlySpan<int> values, SnapshotSection section)
    {
        for (int run = 1; run < starts.Length; run++)
        {
            for (int i = starts[run - 1] + 1; i < starts[run]; i++)
            {
                Check(values[i] > values[i - 1], section);
            }
        }
    }

    /// <summary>Where each of some runs starts, and after the last <paramref name="end"/>; throws unless they are that long together.</summary>
    public int[] StartsOf(ReadOnlySpan<int> lengths, int end, SnapshotSection section)
    {
        int[] starts = new int[lengths.Length + 1];
        for (int i = 0; i < lengths.Length; i++)
        {
            Check(lengths[i] >= 0 && lengths[i] <= end - starts[i], section);
            starts[i + 1] = starts[i] + lengths[i];
        }

        Check(starts[^1] == end, section);
        return starts;
    }

    /// <summary>Reads the header of a section and gives the length it states.</summary>
    private async ValueTask<long> ReadHeaderAsync(byte[] header, SnapshotSection section)
    {
        await FillAsync(header, section).ConfigureAwait(false);
        int found = BinaryPrimitives.ReadInt32LittleEndian(header);
        return found == (int)section ? BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(sizeof(int))) : throw Fail($"section {section}", $"section {found}");
    }

    private async ValueTask FillAsync(Memory<byte> buffer, SnapshotSection section)
    {
        if (await ReadAsync(buffer).ConfigureAwait(false) < buffer.Length)
        {
            throw Fail($"section {section}", "the end of the file");
        }
    }

    // A file has what is asked for, and to wait for it on another thread takes longer than to read it.
    private ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return stream is FileStream { IsAsync: false }
            ? ValueTask.FromResult(stream.ReadAtLeast(buffer.Span, buffer.Length, throwOnEndOfStream: false))
            : stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
    }
}
