namespace StructIndex;

/// <summary>Assemblies of the shared frameworks: the SDK's reference packs where one is installed, the running framework's own assemblies otherwise.</summary>
internal static class SharedFrameworks
{
    /// <summary>The framework every project has.</summary>
    public const string Base = "Microsoft.NETCore.App";

    /// <summary>The assemblies of a framework, ordered by name; empty when this machine has none of it.</summary>
    /// <param name="name">Name of the framework, for example <c>Microsoft.AspNetCore.App</c>.</param>
    public static IReadOnlyList<string> Assemblies(string name)
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";
        string root = Path.GetFullPath(Path.Combine(runtime.Length == 0 ? AppContext.BaseDirectory : runtime, "..", "..", ".."));
        foreach (string candidate in (string[])[Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "", root])
        {
            if (candidate.Length > 0 && Newest(Path.Combine(candidate, "packs", name + ".Ref")) is { } pack
                && Newest(Path.Combine(pack, "ref")) is { } folder)
            {
                return Dlls(folder);
            }
        }

        if (string.Equals(name, Base, StringComparison.Ordinal))
        {
            return [.. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Where(path => runtime.Length == 0 || path.StartsWith(runtime, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)];
        }

        return Newest(Path.Combine(root, "shared", name)) is { } shared ? Dlls(shared) : [];
    }

    private static string[] Dlls(string folder) => [.. Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal)];

    private static string? Newest(string folder)
        => Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).OrderBy(path => PackageVersion.Parse(Path.GetFileName(path).Replace("net", "", StringComparison.Ordinal)), PackageVersion.ByAge).LastOrDefault()
            : null;
}
