using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace StructIndex;

/// <summary>Writes the sections of a saved index: raw little-endian arrays through one buffer.</summary>
internal sealed class SnapshotWriter(Stream stream, CancellationToken cancellationToken) : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 18];
    private int _used;
    private int _hashed;
    private uint _checksum;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Writes the mark that every saved index begins with.</summary>
    public async ValueTask WriteHeaderAsync()
    {
        await AppendAsync<byte>(SnapshotFormat.Magic).ConfigureAwait(false);
        await AppendAsync<int>(new[] { SnapshotFormat.Version }).ConfigureAwait(false);
    }

    /// <summary>Writes one section.</summary>
    public async ValueTask WriteAsync<T>(SnapshotSection section, ReadOnlyMemory<T> values)
        where T : unmanaged
    {
        await BeginAsync(section, (long)values.Length * Unsafe.SizeOf<T>()).ConfigureAwait(false);
        await AppendAsync(values).ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
    }

    /// <summary>Writes one section of numbers in as few bytes as each needs.</summary>
    /// <param name="section">The section.</param>
    /// <param name="count">How many numbers there are.</param>
    /// <param name="numberAt">Gives each of them; asked for twice.</param>
    public async ValueTask WritePackedAsync(SnapshotSection section, int count, Func<int, uint> numberAt)
    {
        long length = 0;
        for (int i = 0; i < count; i++)
        {
            length += PackedNumbers.LengthOf(numberAt(i));
        }

        await BeginAsync(section, length).ConfigureAwait(false);
        byte[] piece = new byte[1 << 12];
        int used = 0;
        for (int i = 0; i < count; i++)
        {
            used += PackedNumbers.Write(piece.AsSpan(used), numberAt(i));
            if (used > piece.Length - PackedNumbers.MaxLength || i == count - 1)
            {
                await AppendAsync<byte>(piece.AsMemory(0, used)).ConfigureAwait(false);
                used = 0;
            }
        }

        await EndAsync().ConfigureAwait(false);
    }

    /// <summary>Begins a section whose content follows in calls of <see cref="AppendAsync"/>.</summary>
    public async ValueTask BeginAsync(SnapshotSection section, long length)
    {
        _checksum = Checksum.Start;
        await AppendAsync<int>(new[] { (int)section }).ConfigureAwait(false);
        await AppendAsync<long>(new[] { length }).ConfigureAwait(false);
    }

    /// <summary>Ends the section with its checksum.</summary>
    public ValueTask EndAsync() => AppendAsync<uint>(new[] { _checksum });

    /// <summary>Appends raw values.</summary>
    public async ValueTask AppendAsync<T>(ReadOnlyMemory<T> values)
        where T : unmanaged
    {
        for (int at = 0; at < values.Length;)
        {
            if (_buffer.Length - _used < sizeof(long))
            {
                await FlushAsync().ConfigureAwait(false);
            }

            at += Copy(values.Span[at..]);
        }
    }

    /// <summary>The SHA-256 of all that was written.</summary>
    public byte[] HashSoFar()
    {
        _hash.AppendData(_buffer, _hashed, _used - _hashed);
        _hashed = _used;
        return _hash.GetCurrentHash();
    }

    /// <summary>Hands what is buffered to the stream.</summary>
    public async ValueTask FlushAsync()
    {
        _hash.AppendData(_buffer, _hashed, _used - _hashed);
        _hashed = 0;
        await stream.WriteAsync(_buffer.AsMemory(0, _used), cancellationToken).ConfigureAwait(false);
        _used = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private int Copy<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        int size = Unsafe.SizeOf<T>();
        int count = Math.Min((_buffer.Length - _used) / size, values.Length);
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(values[..count]);
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
        _checksum = Checksum.Append(_checksum, bytes);
        return count;
    }
}
