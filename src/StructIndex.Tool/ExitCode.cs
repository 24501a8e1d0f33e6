namespace StructIndex;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Something was found or done.</summary>
    public const int Found = 0;

    /// <summary>Nothing was found; nothing went wrong.</summary>
    public const int Nothing = 1;

    /// <summary>The command could not do its work.</summary>
    public const int Error = 2;
}
