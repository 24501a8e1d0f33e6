using System.Text.Json.Serialization;

namespace StructIndex;

/// <summary>The types of answers, for writing them without reflection; <see cref="AnswerFormat"/> says how.</summary>
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(ContextAnswer))]
[JsonSerializable(typeof(ShowAnswer))]
[JsonSerializable(typeof(OutlineAnswer))]
[JsonSerializable(typeof(EdgesAnswer))]
[JsonSerializable(typeof(ImpactAnswer))]
[JsonSerializable(typeof(MapAnswer))]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class AnswerJson : JsonSerializerContext;
