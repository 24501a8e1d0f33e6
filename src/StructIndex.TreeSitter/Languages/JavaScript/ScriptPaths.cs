using System.Text.Json;

namespace StructIndex;

/// <summary>
/// Names that <c>compilerOptions.paths</c> gives to folders and files, in any <c>tsconfig*.json</c> or <c>jsconfig*.json</c>: those of a
/// folder hold for all files in it, so that what one configuration extends need not be followed.
/// </summary>
internal sealed class ScriptPaths
{
    private static readonly JsonDocumentOptions s_withComments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly ILookup<string, (string Name, string Path)> _byFolder;

    /// <summary>Reads the configurations among the files.</summary>
    public ScriptPaths(IReadOnlyList<ParsedFile> files) =>
        _byFolder = files.Select(file => file.Source).Where(IsConfiguration).SelectMany(source => PathsIn(source).Select(path => (Folder: CodeFiles.Folder(source.Path), path.Name, path.Path)))
            .OrderByDescending(path => path.Name.Length).ToLookup(path => path.Folder, path => (path.Name, path.Path), StringComparer.Ordinal);

    /// <summary>The paths, with or without extension, that a module's name may mean to files of a folder; the nearest configuration first.</summary>
    public IEnumerable<string> PathsOf(string folder, string module)
    {
        for (string at = folder; _byFolder.Count > 0; at = CodeFiles.Folder(at))
        {
            foreach ((string name, string path) in _byFolder[at])
            {
                if (Rest(name, module) is { } rest)
                {
                    yield return path.Replace("*", rest, StringComparison.Ordinal);
                }
            }

            if (at.Length == 0)
            {
                break;
            }
        }
    }

    /// <summary>What stands for the star of a name in a module; null where the name does not match.</summary>
    private static string? Rest(string name, string module)
    {
        int star = name.IndexOf('*', StringComparison.Ordinal);
        ReadOnlySpan<char> before = star < 0 ? name : name.AsSpan(0, star), behind = star < 0 ? [] : name.AsSpan(star + 1);
        bool matches = star < 0 ? module == name
            : module.Length >= name.Length - 1 && module.AsSpan().StartsWith(before, StringComparison.Ordinal) && module.AsSpan().EndsWith(behind, StringComparison.Ordinal);
        return matches ? module[before.Length..^behind.Length] : null;
    }

    private static bool IsConfiguration(SourceFile source) => Path.GetFileName(source.Path) is var name && name.EndsWith(".json", StringComparison.Ordinal)
        && (name.StartsWith("tsconfig", StringComparison.Ordinal) || name.StartsWith("jsconfig", StringComparison.Ordinal));

    private static List<(string Name, string Path)> PathsIn(SourceFile source)
    {
        List<(string, string)> found = [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(source.Text, s_withComments);
            JsonElement options = Member(document.RootElement, "compilerOptions"), paths = Member(options, "paths"), root = Member(options, "baseUrl");
            string? folder = CodeFiles.Join(CodeFiles.Folder(source.Path), root.ValueKind == JsonValueKind.String ? root.GetString()! : "");
            foreach (JsonProperty path in paths.ValueKind == JsonValueKind.Object && folder is not null ? paths.EnumerateObject() : default)
            {
                foreach (JsonElement target in path.Value.ValueKind == JsonValueKind.Array ? path.Value.EnumerateArray() : default)
                {
                    if (target.ValueKind == JsonValueKind.String && CodeFiles.Join(folder!, target.GetString()!) is { } joined)
                    {
                        found.Add((path.Name, joined));
                    }
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // No JSON, or half of a surrogate pair in a text. The file's own parser says what is wrong with it; it gives no names.
            return [];
        }

        return found;
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member) ? member : default;
}
