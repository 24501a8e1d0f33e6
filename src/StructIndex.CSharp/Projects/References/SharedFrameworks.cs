namespace StructIndex;

/// <summary>
/// Assemblies of the shared frameworks: the SDK's reference packs where one is installed, the frameworks' own assemblies otherwise.
/// </summary>
internal static class SharedFrameworks
{
    /// <summary>The framework every project has.</summary>
    public const string Base = "Microsoft.NETCore.App";

    /// <summary>The assemblies of a framework, ordered by name; empty when this machine has none of it.</summary>
    /// <param name="name">Name of the framework, for example <c>Microsoft.AspNetCore.App</c>.</param>
    public static IReadOnlyList<string> Assemblies(string name)
    {
        if (!PackageFolder.IsName(name))
        {
            return [];
        }

        IReadOnlyList<string> installed = Assemblies(name, DotnetInstallations.All);
        return installed.Count == 0 && string.Equals(name, Base, StringComparison.Ordinal) ? DotnetInstallations.Running : installed;
    }

    /// <summary>
    /// The same, of the given installations of .NET: the first that has reference packs of it, or the first that can run it.
    /// </summary>
    public static IReadOnlyList<string> Assemblies(string name, IReadOnlyList<string> installations)
    {
        string? folder = installations
            .Select(installation => Newest(Path.Combine(installation, "packs", name + ".Ref")) is { } pack ? Newest(Path.Combine(pack, "ref")) : null)
            .Concat(installations.Select(installation => Newest(Path.Combine(installation, "shared", name))))
            .FirstOrDefault(folder => folder is not null);
        return folder is null ? [] : [.. Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal)];
    }

    private static string? Newest(string folder)
        => Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).OrderBy(path => PackageVersion.Parse(Path.GetFileName(path).Replace("net", "", StringComparison.Ordinal)), PackageVersion.ByAge).LastOrDefault()
            : null;
}
