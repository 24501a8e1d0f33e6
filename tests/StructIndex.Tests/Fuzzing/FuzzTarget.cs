using System.Text;

namespace StructIndex.Tests;

/// <summary>Something that reads what strangers wrote.</summary>
/// <param name="Inputs">What changes begin with: good inputs, and those that once were too much.</param>
/// <param name="Words">Words of the format.</param>
/// <param name="Run">Reads an input. Throws where a law does not hold, or the reader what it must not.</param>
internal sealed record FuzzTarget(IReadOnlyList<byte[]> Inputs, IReadOnlyList<string> Words, Action<byte[]> Run)
{
    /// <summary>A target that reads text.</summary>
    public static FuzzTarget OfText(IEnumerable<string> inputs, string words, Action<string> run) =>
        new([.. inputs.Select(Encoding.UTF8.GetBytes)], words.Split(' '), bytes => run(Encoding.UTF8.GetString(bytes)));
}
