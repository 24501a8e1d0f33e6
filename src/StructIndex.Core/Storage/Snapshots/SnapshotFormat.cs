namespace StructIndex;

/// <summary>What a saved index begins with.</summary>
internal static class SnapshotFormat
{
    /// <summary>
    /// Raised by every change of the layout or of what a section means; older files are refused, since an index is built again in seconds.
    /// </summary>
    public const int Version = 5;

    /// <summary>The first eight bytes.</summary>
    public static ReadOnlyMemory<byte> Magic { get; } = "STRUCTIX"u8.ToArray();
}
