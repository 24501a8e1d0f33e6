using System.Text.Json.Serialization;

namespace StructIndex.Benchmarks;

/// <summary>How the lines of a training set are written: what is null is left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StyledQuestion))]
[JsonSerializable(typeof(StyledRepositoryFacts))]
[JsonSerializable(typeof(AskedQuestion))]
internal sealed partial class StyleJson : JsonSerializerContext;
