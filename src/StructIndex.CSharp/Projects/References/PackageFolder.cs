using System.Buffers;
using System.Xml;
using System.Xml.Linq;

namespace StructIndex;

/// <summary>
/// Assemblies of packages that are in the global packages folder already. Nothing is restored: a package that is not there is not bound,
/// and the nearest version stands in for one that is missing.
/// </summary>
internal sealed class PackageFolder(string? folder)
{
    private static readonly SearchValues<char> s_nameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

    /// <summary>The folder; null when there is none.</summary>
    public string? Root { get; } = folder is null ? null : ProjectFolders.Normal(Path.GetFullPath(folder));

    /// <summary>Whether a text names a package or a framework, and not a path out of the folder that holds it.</summary>
    public static bool IsName(string text) => text.Length is > 0 and <= 128 && text[0] != '.' && text.AsSpan().IndexOfAnyExcept(s_nameCharacters) < 0;

    /// <summary>The folder NuGet uses on this machine.</summary>
    public static PackageFolder Default { get; } = new(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"));

    /// <summary>The assemblies of the packages and of all they depend on, for a framework; one version of each package.</summary>
    public IReadOnlyList<string> Assemblies(IReadOnlyList<PackageUse> packages, string framework)
    {
        if (folder is null || packages.Count == 0 || !Directory.Exists(folder))
        {
            return [];
        }

        framework = framework.Length == 0 ? TargetFrameworkName.Default : framework;
        Dictionary<string, (PackageVersion Version, string Path)> chosen = new(StringComparer.OrdinalIgnoreCase);
        Queue<PackageUse> open = new(packages);
        while (open.TryDequeue(out PackageUse use))
        {
            if (Find(use) is not var (version, path) || (chosen.TryGetValue(use.Id, out var before) && before.Version.OrderTo(version) >= 0))
            {
                continue;
            }

            chosen[use.Id] = (version, path);
            foreach (PackageUse dependency in Dependencies(path, framework))
            {
                open.Enqueue(dependency);
            }
        }

        return [.. chosen.OrderBy(package => package.Key, StringComparer.OrdinalIgnoreCase).SelectMany(package => Libraries(package.Value.Path, framework))];
    }

    /// <summary>Whether a package is there in any version.</summary>
    public bool Has(PackageUse use) => folder is not null && Find(use) is not null;

    private (PackageVersion Version, string Path)? Find(PackageUse use)
    {
        if (!IsName(use.Id))
        {
            return null;
        }

        string package = Path.Combine(folder!, use.Id.ToLowerInvariant());
        if (!Directory.Exists(package))
        {
            return null;
        }

        PackageVersion wanted = PackageVersion.Parse(use.Version);
        var there = Directory.EnumerateDirectories(package).Select(path => (Version: PackageVersion.Parse(Path.GetFileName(path)), Path: path)).OrderBy(entry => entry.Version, PackageVersion.ByAge).ToList();
        return there.Count == 0 ? null : there.Find(entry => entry.Version.OrderTo(wanted) >= 0) is { Path: not null } atLeast ? atLeast : there[^1];
    }

    private static IEnumerable<PackageUse> Dependencies(string package, string framework)
    {
        XElement? root = null;
        try
        {
            string? nuspec = Directory.EnumerateFiles(package, "*.nuspec").Order(StringComparer.Ordinal).FirstOrDefault();
            root = nuspec is null ? null : ProjectXml.Parse(RegularFile.Read(nuspec, ProjectXml.MaxBytes));
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // A damaged package gives what its libraries say.
        }

        XElement[] all = [.. root?.Descendants().Where(e => e.Name.LocalName is "dependencies") ?? []];
        XElement[] groups = [.. all.Elements().Where(e => e.Name.LocalName is "group")];
        string best = Best(groups.Select(group => ShortName((string?)group.Attribute("targetFramework") ?? "")), framework);
        IEnumerable<XElement> taken = groups.Length == 0
            ? all.Elements()
            : groups.Where(group => string.Equals(ShortName((string?)group.Attribute("targetFramework") ?? ""), best, StringComparison.OrdinalIgnoreCase)).Take(1).Elements();
        return taken.Where(e => e.Attribute("id") is not null).Select(e => new PackageUse((string)e.Attribute("id")!, (string?)e.Attribute("version")));
    }

    private static IEnumerable<string> Libraries(string package, string framework)
    {
        foreach (string kind in (string[])["ref", "lib"])
        {
            string path = Path.Combine(package, kind);
            if (Directory.Exists(path))
            {
                string[] folders = [.. Directory.EnumerateDirectories(path).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];
                string best = Path.Combine(path, Best(folders, framework));
                return Directory.EnumerateFiles(best, "*.dll").Order(StringComparer.Ordinal);
            }
        }

        return [];
    }

    /// <summary>
    /// The newest framework that code for <paramref name="framework"/> may use; where none fits, the newest of all, since knowing the names
    /// beats knowing none.
    /// </summary>
    private static string Best(IEnumerable<string> names, string framework)
    {
        string[] all = [.. names];
        string fitting = TargetFrameworkName.Newest(all.Where(name => TargetFrameworkName.IsCompatible(framework, name)));
        return fitting.Length > 0 ? fitting : TargetFrameworkName.Newest(all);
    }

    private static string ShortName(string name) => name
        .Replace(".NETStandard", "netstandard", StringComparison.OrdinalIgnoreCase)
        .Replace(".NETCoreApp", "netcoreapp", StringComparison.OrdinalIgnoreCase)
        .Replace(".NETFramework", "net", StringComparison.OrdinalIgnoreCase) is var shortened && shortened.StartsWith("net4.", StringComparison.Ordinal)
            ? shortened.Replace(".", "", StringComparison.Ordinal)
            : shortened;
}
