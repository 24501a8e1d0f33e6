using System.IO.Enumeration;
using System.Text.Json;

namespace StructIndex;

/// <summary>
/// What an earlier restore left behind: <c>project.assets.json</c> lists the very assemblies a project is compiled against.
/// The file is known by the project path inside it, as its folder may be anywhere (<c>obj</c>, <c>artifacts/obj</c>).
/// </summary>
/// <param name="access">What may be read; takes the failures.</param>
internal sealed class RestoredAssets(ProjectAccess access)
{
    private const string FileName = "project.assets.json";
    private const int MaxBytes = 16 << 20;
    private const int MaxFiles = 2000;
    private const int MaxEntries = 200_000;
    private const int MaxFolders = 8;
    private const int MaxAssemblies = 2000;
    private static readonly EnumerationOptions s_below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 6, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private readonly Dictionary<string, string> _byProject = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the restore results at and below the places in the root where they are usually kept.</summary>
    /// <param name="projectPaths">The projects read.</param>
    public void Find(IEnumerable<string> projectPaths)
    {
        foreach (string project in projectPaths)
        {
            Note(ProjectFolders.FolderOf(project) + "/obj/" + FileName, project);
        }

        foreach (string place in access.Roots.SelectMany(root => new[] { root.Folder + "/obj", root.Folder + "/artifacts/obj" }))
        {
            try
            {
                foreach (string path in access.AllowsFolder(place) && Directory.Exists(place) ? Below(place) : [])
                {
                    Note(ProjectFolders.Normal(path), null);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ProjectLimitException)
            {
                access.Fail(place, $"Not all restore results below were found: {e.Message}");
            }
        }
    }

    /// <summary>The compile-time assemblies of the project's packages; empty when nothing was restored or the file does not say.</summary>
    /// <param name="project">Absolute path of the project.</param>
    /// <param name="framework">The project's target framework.</param>
    /// <param name="isAllowed">Whether an assembly of that path may be looked at.</param>
    public IReadOnlyList<string> Assemblies(string project, string framework, Func<string, bool> isAllowed)
        => _byProject.TryGetValue(project, out string? path) ? Ask(path, project, root => Assemblies(root, path, framework, isAllowed)) ?? [] : [];

    private List<string> Assemblies(JsonElement root, string path, string framework, Func<string, bool> isAllowed)
    {
        List<string> found = [];
        int refused = 0;
        string[] folders = root.TryGetProperty("packageFolders", out JsonElement listed) ? [.. listed.EnumerateObject().Select(folder => folder.Name).Take(MaxFolders)] : [];
        foreach (string assembly in Listed(root, framework).Take(MaxAssemblies))
        {
            string[] places = [.. folders.Select(folder => ProjectFolders.Absolute(folder, assembly))];
            string[] allowed = [.. places.Where(isAllowed)];
            if (allowed.FirstOrDefault(File.Exists) is { } full)
            {
                found.Add(full);
            }
            else if (allowed.Length < places.Length)
            {
                refused++;
            }
        }

        if (refused > 0)
        {
            access.Fail(path, $"{refused} assemblies were not opened, since they lie neither in the package cache nor in an installation of .NET.");
        }

        return found;
    }

    /// <summary>The assemblies of the framework's packages, relative to a package folder.</summary>
    private static IEnumerable<string> Listed(JsonElement root, string framework)
    {
        if (!root.TryGetProperty("targets", out JsonElement targets) || !root.TryGetProperty("libraries", out JsonElement libraries))
        {
            yield break;
        }

        List<JsonProperty> all = [.. targets.EnumerateObject().Where(target => !target.Name.Contains('/', StringComparison.Ordinal))];
        if (all.Count == 0)
        {
            yield break;
        }

        int same = all.FindIndex(target => string.Equals(target.Name, framework, StringComparison.OrdinalIgnoreCase));
        JsonProperty chosen = all[same < 0 ? all.Count - 1 : same];
        Dictionary<string, JsonElement> details = new(StringComparer.Ordinal);
        foreach (JsonProperty library in libraries.EnumerateObject())
        {
            details.TryAdd(library.Name, library.Value);
        }

        foreach (JsonProperty library in chosen.Value.EnumerateObject())
        {
            if (!library.Value.TryGetProperty("compile", out JsonElement compile)
                || !details.TryGetValue(library.Name, out JsonElement about)
                || !about.TryGetProperty("path", out JsonElement path)
                || !(about.TryGetProperty("type", out JsonElement type) && type.ValueEquals("package")))
            {
                continue;
            }

            foreach (JsonProperty file in compile.EnumerateObject().Where(file => file.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)))
            {
                yield return path.GetString() + "/" + file.Name;
            }
        }
    }

    private void Note(string path, string? project)
    {
        string from = project ?? path;
        if (access.FileExists(path, from) && Ask(path, from, OwnerIn) is { } owner)
        {
            _byProject.TryAdd(owner.Length > 0 ? ProjectFolders.Normal(owner) : project ?? path, path);
        }
    }

    /// <summary>The project that was restored; empty when the file does not say.</summary>
    private static string OwnerIn(JsonElement root)
        => root.TryGetProperty("project", out JsonElement element) && element.TryGetProperty("restore", out element) && element.TryGetProperty("projectPath", out element)
            ? element.GetString() ?? "" : "";

    private T? Ask<T>(string path, string from, Func<JsonElement, T> question)
        where T : class
    {
        try
        {
            byte[] bytes = access.Read(path, from, MaxBytes);
            access.Budget.Spend(bytes.Length);
            using JsonDocument document = JsonDocument.Parse(bytes);
            return question(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            access.Fail(path, "The file is not as a restore writes it.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ProjectLimitException)
        {
            access.Fail(path, $"The file was not read: {e.Message}");
        }

        return null;
    }

    private static IEnumerable<string> Below(string place)
    {
        int entries = 0;
        FileSystemEnumerable<string> files = new(place, static (ref FileSystemEntry entry) => entry.ToFullPath(), s_below)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => ++entries > MaxEntries
                ? throw new ProjectLimitException(FormattableString.Invariant($"It holds more than {MaxEntries:N0} files."))
                : !entry.IsDirectory && entry.FileName.SequenceEqual(FileName),
        };
        return files.Take(MaxFiles);
    }
}
