namespace StructIndex;

/// <summary>Where a command writes.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Progress and errors.</param>
/// <param name="IsTerminal">Whether a person watches <paramref name="Error"/>, so that progress may draw a bar.</param>
internal sealed record ToolConsole(TextWriter Output, TextWriter Error, bool IsTerminal);
