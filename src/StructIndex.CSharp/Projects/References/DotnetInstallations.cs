namespace StructIndex;

/// <summary>
/// Where .NET is installed: what DOTNET_ROOT names, the runtime of this process, the <c>dotnet</c> of the path, the usual places.
/// </summary>
internal static class DotnetInstallations
{
    private static readonly Lazy<IReadOnlyList<string>> s_all = new(() => [.. Candidates().Where(Directory.Exists).Distinct(StringComparer.Ordinal)]);
    private static readonly Lazy<IReadOnlyList<string>> s_running = new(FindRunning);

    /// <summary>The folders that are there, the likeliest first.</summary>
    public static IReadOnlyList<string> All => s_all.Value;

    /// <summary>The framework's assemblies that run this process, ordered by name; none in a program compiled to machine code.</summary>
    public static IReadOnlyList<string> Running => s_running.Value;

    private static IReadOnlyList<string> FindRunning()
    {
        string[] paths = [.. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
        string? core = paths.FirstOrDefault(path => string.Equals(Path.GetFileName(path), "System.Private.CoreLib.dll", StringComparison.Ordinal));
        return [.. paths.Where(path => string.Equals(Path.GetDirectoryName(path), Path.GetDirectoryName(core), StringComparison.Ordinal))];
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } chosen)
        {
            yield return Path.GetFullPath(chosen);
        }

        if (Running.Count > 0)
        {
            // INSTALLATION/shared/Microsoft.NETCore.App/VERSION/x.dll
            yield return Path.GetFullPath(Path.Combine(Running[0], "..", "..", "..", ".."));
        }

        string host = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (FolderOf(Path.Combine(folder, host)) is { } found)
            {
                yield return found;
            }
        }

        yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet");
        foreach (string place in OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "dotnet")]
            : (string[])["/usr/local/share/dotnet", "/usr/share/dotnet", "/usr/lib/dotnet", "/usr/lib64/dotnet"])
        {
            yield return place;
        }
    }

    // The path often holds a link to the program.
    private static string? FolderOf(string program)
    {
        try
        {
            FileInfo file = new(program);
            return file.Exists ? Path.GetDirectoryName((file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
