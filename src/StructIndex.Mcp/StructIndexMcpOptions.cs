namespace StructIndex;

/// <summary>How the tools of an index behave.</summary>
public sealed class StructIndexMcpOptions
{
    /// <summary>
    /// How long a call waits for an index that is still being built, with progress, before it says how far the work has come.
    /// </summary>
    /// <value>0 or more. The default value is 20 seconds, less than clients wait for an answer.</value>
    public TimeSpan WaitForIndex { get; set; } = TimeSpan.FromSeconds(20);
}
