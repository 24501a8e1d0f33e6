namespace StructIndex;

/// <summary>An edge as it is kept; see <see cref="BoundFile"/>.</summary>
/// <param name="FromPath">
/// Path of the file that declares what uses the other: that of the use, or of another part of a partial type.
/// </param>
/// <param name="From">Number of the declaration in that file; <see cref="DeclarationNumbers.None"/> for code outside declarations.</param>
/// <param name="ToPath">Path of the file that declares what is used.</param>
/// <param name="To">Number of the declaration in that file.</param>
/// <param name="Kind">What the use is.</param>
/// <param name="Certainty">How it is known.</param>
/// <param name="Offset">
/// Where the use stands in the file that was bound; <see cref="AtName"/> for the name of the declaration that uses the other, in its own
/// file.
/// </param>
internal readonly record struct KeptEdge(string FromPath, int From, string ToPath, int To, EdgeKind Kind, EdgeCertainty Certainty, int Offset)
{
    /// <summary>The offset of what is said of a declaration by another file.</summary>
    public const int AtName = -1;
}
