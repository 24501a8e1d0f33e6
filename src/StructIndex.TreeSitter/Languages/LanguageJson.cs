using System.Text.Json;
using System.Text.Json.Serialization;

namespace StructIndex;

/// <summary>Reads <c>languages.json</c> by code made when the library is built: every start reads it, and reflection would take longer than all else that a start does.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Dictionary<string, LanguageDefinition>))]
internal sealed partial class LanguageJson : JsonSerializerContext;
