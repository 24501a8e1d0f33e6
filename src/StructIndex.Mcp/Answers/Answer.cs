using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol.Protocol;

namespace StructIndex;

/// <summary>What the answers of all tools are made of.</summary>
internal static class Answer
{
    private const int MaxName = 200;

    /// <summary>An answer for readers and one for programs. Each keeps within the budget of the call.</summary>
    public static CallToolResult Of<T>(string text, T structured, JsonTypeInfo<T> type) => new()
    {
        Content = [new TextContentBlock { Text = text }],
        StructuredContent = JsonSerializer.SerializeToElement(structured, type),
    };

    /// <summary>The estimated tokens of a text.</summary>
    public static int Tokens(string text) => TokenEstimate.Count(text);

    /// <summary>The estimated tokens of a text as it is or as a string of JSON, whichever are more.</summary>
    public static int TokensAsJson(string text) => Math.Max(Tokens(text), Tokens(JsonSerializer.Serialize(text, AnswerFormat.Types.String)));

    /// <summary>A signature, name or message on one line, cut where it would fill an answer.</summary>
    public static string Short(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= MaxName ? line : string.Concat(line.AsSpan(0, MaxName - 1), "…");
    }

    /// <summary>The name of a value as JSON writes it.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
