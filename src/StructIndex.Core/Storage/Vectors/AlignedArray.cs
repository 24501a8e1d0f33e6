using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>A pinned array whose first element lies at the start of a cache line, so that no vector load touches two lines.</summary>
internal readonly unsafe struct AlignedArray<T>
    where T : unmanaged
{
    private const int CacheLine = 64;

    private readonly T[] _array;
    private readonly int _offset;

    /// <summary>An array of zeros.</summary>
    public AlignedArray(int length)
    {
        int spare = length == 0 ? 0 : CacheLine / sizeof(T);
        _array = GC.AllocateArray<T>(length + spare, pinned: true);
        Length = length;
        nuint address = (nuint)Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _offset = length == 0 ? 0 : (int)((CacheLine - (address % CacheLine)) % CacheLine) / sizeof(T);
    }

    /// <summary>A copy of values.</summary>
    public AlignedArray(ReadOnlySpan<T> values)
        : this(values.Length) => values.CopyTo(Span);

    public int Length { get; }

    /// <summary>Most elements of such an array.</summary>
    public static int MaxLength => Array.MaxLength - CacheLine;

    /// <summary>The first element; good as long as the array is reachable.</summary>
    public T* Pointer => (T*)Marshal.UnsafeAddrOfPinnedArrayElement(_array, _offset);

    public ReadOnlyMemory<T> Memory => _array.AsMemory(_offset, Length);

    public Span<T> Span => _array.AsSpan(_offset, Length);
}
