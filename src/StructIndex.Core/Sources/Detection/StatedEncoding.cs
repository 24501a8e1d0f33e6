using System.Text;

namespace StructIndex;

/// <summary>What is stated beside a file about its encoding.</summary>
/// <param name="Encoding">The encoding; null where none is stated, or UTF-8.</param>
/// <param name="Problem">What was stated and could not be taken, as a sentence; otherwise null.</param>
internal readonly record struct StatedEncoding(Encoding? Encoding, string? Problem);
