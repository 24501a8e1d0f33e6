using System.Text.Json.Serialization;

namespace StructIndex.Benchmarks;

/// <summary>How the programs' own records are written, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SpeedRun))]
[JsonSerializable(typeof(QualityLine))]
[JsonSerializable(typeof(PaddedBatch[]))]
internal sealed partial class BenchmarkJson : JsonSerializerContext;
