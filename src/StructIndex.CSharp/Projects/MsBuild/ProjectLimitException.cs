namespace StructIndex;

/// <summary>A project file asks for more than any that people write; it is not taken, and the run goes on.</summary>
internal sealed class ProjectLimitException(string message) : Exception(message);
