using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModelContextProtocol;

namespace StructIndex;

/// <summary>How answers are written as JSON.</summary>
internal static class AnswerFormat
{
    /// <summary>The types of answers: what is null is left out, and code keeps its signs.</summary>
    public static AnswerJson Types { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The options of the protocol, with the types of answers.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        JsonSerializerOptions options = new(McpJsonUtilities.DefaultOptions);
        options.TypeInfoResolverChain.Insert(0, Types);
        options.MakeReadOnly();
        return options;
    }
}
