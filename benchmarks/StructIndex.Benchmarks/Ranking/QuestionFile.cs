using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>Reads questions that <c>styles</c> and <c>styles-trees</c> wrote.</summary>
internal static class QuestionFile
{
    /// <summary>The questions of a file, one JSON object a line.</summary>
    public static IEnumerable<StyledQuestion> Read(string path) =>
        File.ReadLines(path).Select(line => JsonSerializer.Deserialize(line, StyleJson.Default.StyledQuestion) ?? throw new InvalidDataException($"{path}: a line without a question"));
}
