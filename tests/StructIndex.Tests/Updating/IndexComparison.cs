using System.Globalization;

namespace StructIndex.Tests;

/// <summary>Compares two indexes by the bytes they are saved as, and says in words where they differ.</summary>
internal static class IndexComparison
{
    public static async Task AssertEqualAsync(CodeIndex expected, CodeIndex actual, string history)
    {
        byte[] wanted = await BytesOf(expected), given = await BytesOf(actual);
        if (!wanted.AsSpan().SequenceEqual(given))
        {
            string[] one = [.. Lines(expected)], other = [.. Lines(actual)];
            Assert.Fail($"After\n{history}\nmissing:\n{string.Join('\n', one.Except(other).Take(10))}\nnot expected:\n{string.Join('\n', other.Except(one).Take(10))}");
        }
    }

    public static async Task<byte[]> BytesOf(CodeIndex index)
    {
        using MemoryStream stream = new();
        await IndexSnapshot.SaveAsync(index.Contents, stream);
        return stream.ToArray();
    }

    private static IEnumerable<string> Lines(CodeIndex index) =>
    [
        .. index.Units.Select(unit => $"{unit.Id} {unit} {unit.Signature} {unit.Documentation} {unit.Body}"),
        .. index.Graph.Edges.Select(edge => $"{edge.From.Id} {edge.Kind} {edge.To.Id} {edge.Certainty} {edge.Line}"),
        .. index.Failures.Select(failure => failure.ToString()),
        .. index.ReadBesides,
        .. index.Contents.Lexical.Units.Select((unit, at) => string.Create(CultureInfo.InvariantCulture, $"posting {at} {unit} {index.Contents.Lexical.Impacts[at]}")),
    ];
}
