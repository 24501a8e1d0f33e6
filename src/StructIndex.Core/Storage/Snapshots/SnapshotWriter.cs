using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>Writes the sections of a saved index: raw little-endian arrays through one buffer.</summary>
internal sealed class SnapshotWriter(Stream stream, CancellationToken cancellationToken)
{
    private readonly byte[] _buffer = new byte[1 << 18];
    private int _used;
    private uint _checksum;

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

    /// <summary>Hands what is buffered to the stream.</summary>
    public async ValueTask FlushAsync()
    {
        await stream.WriteAsync(_buffer.AsMemory(0, _used), cancellationToken).ConfigureAwait(false);
        _used = 0;
    }

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
