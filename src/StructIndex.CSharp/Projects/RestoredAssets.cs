using System.Text.Json;

namespace StructIndex;

/// <summary>
/// What an earlier restore left behind: <c>project.assets.json</c> lists the very assemblies a project is compiled against.
/// The file is told by the project path inside it, as its folder may be anywhere (<c>obj</c>, <c>artifacts/obj</c>).
/// </summary>
internal static class RestoredAssets
{
    private const string FileName = "project.assets.json";
    private const int MaxFiles = 2000;

    /// <summary>All restore results at and below the places they are usually kept, by project path.</summary>
    /// <param name="projectPaths">The projects read.</param>
    /// <param name="root">The repository or root folder; null when there is none.</param>
    public static IReadOnlyDictionary<string, string> Find(IEnumerable<string> projectPaths, string? root)
    {
        Dictionary<string, string> found = new(StringComparer.OrdinalIgnoreCase);
        foreach (string project in projectPaths)
        {
            Note(found, ProjectFolders.FolderOf(project) + "/obj/" + FileName, project);
        }

        EnumerationOptions options = new() { RecurseSubdirectories = true, MaxRecursionDepth = 6, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (string place in root is null ? [] : (string[])[root + "/obj", root + "/artifacts/obj"])
        {
            if (Directory.Exists(place))
            {
                foreach (string path in Directory.EnumerateFiles(place, FileName, options).Take(MaxFiles))
                {
                    Note(found, path, null);
                }
            }
        }

        return found;
    }

    /// <summary>The compile-time assemblies of the project's packages; empty when the file does not tell.</summary>
    public static IReadOnlyList<string> Assemblies(string assetsPath, string framework)
    {
        try
        {
            return Read(assetsPath, framework);
        }
        catch (InvalidOperationException)
        {
            // JSON of another shape than a restore writes.
            return [];
        }
    }

    private static List<string> Read(string assetsPath, string framework)
    {
        using JsonDocument? document = Load(assetsPath);
        if (document is null
            || !document.RootElement.TryGetProperty("targets", out JsonElement targets)
            || !document.RootElement.TryGetProperty("libraries", out JsonElement libraries)
            || !document.RootElement.TryGetProperty("packageFolders", out JsonElement folders))
        {
            return [];
        }

        List<JsonProperty> all = [.. targets.EnumerateObject().Where(target => !target.Name.Contains('/', StringComparison.Ordinal))];
        if (all.Count == 0)
        {
            return [];
        }

        int same = all.FindIndex(target => string.Equals(target.Name, framework, StringComparison.OrdinalIgnoreCase));
        JsonProperty chosen = all[same < 0 ? all.Count - 1 : same];
        string[] roots = [.. folders.EnumerateObject().Select(folder => folder.Name)];
        List<string> paths = [];
        foreach (JsonProperty library in chosen.Value.EnumerateObject())
        {
            if (!library.Value.TryGetProperty("compile", out JsonElement compile)
                || !libraries.TryGetProperty(library.Name, out JsonElement about)
                || !about.TryGetProperty("path", out JsonElement path)
                || !(about.TryGetProperty("type", out JsonElement type) && type.ValueEquals("package")))
            {
                continue;
            }

            foreach (JsonProperty file in compile.EnumerateObject().Where(file => file.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)))
            {
                string? full = roots.Select(folder => Path.Combine(folder, path.GetString() ?? "", file.Name)).FirstOrDefault(File.Exists);
                if (full is not null)
                {
                    paths.Add(full);
                }
            }
        }

        return paths;
    }

    private static void Note(Dictionary<string, string> found, string path, string? project)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using JsonDocument? document = Load(path);
        string? owner = document is not null
            && document.RootElement.TryGetProperty("project", out JsonElement element)
            && element.TryGetProperty("restore", out element)
            && element.TryGetProperty("projectPath", out element)
            && element.ValueKind == JsonValueKind.String ? element.GetString() : project;
        if (owner is not null)
        {
            found.TryAdd(ProjectFolders.Normal(owner), path);
        }
    }

    private static JsonDocument? Load(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            JsonDocument document = JsonDocument.Parse(stream);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
