namespace StructIndex.Tests;

/// <summary>A call of a tool that a model asks for.</summary>
internal sealed record ToolCall(string Tool, string Arguments);
