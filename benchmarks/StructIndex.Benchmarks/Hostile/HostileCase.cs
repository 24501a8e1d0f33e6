namespace StructIndex.Benchmarks;

/// <summary>An input made to break the command, and what it did to it once.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Before">What it did in commit 4c880c2.</param>
/// <param name="Make">Writes the input into an empty folder.</param>
/// <param name="Arguments">What the command is asked, from inside that folder.</param>
/// <param name="Check">What must hold of what it said; null where to end in time is enough. Gives what is wrong, or null.</param>
internal sealed record HostileCase(string Name, string Before, Action<HostileFolder> Make, string[] Arguments, Func<HostileRun, string?>? Check = null)
{
    /// <summary>Asked first, without being measured: mostly the index that is searched.</summary>
    public string[]? First { get; init; }

    /// <summary>Whether the command must end with 0 or 1; otherwise with 2, an error.</summary>
    public bool IsRefused { get; init; }
}
