using System.Text.Json;

namespace StructIndex;

/// <summary>The packages of a JavaScript workspace: names in <c>package.json</c> files and the folders they are in.</summary>
internal sealed class ScriptPackages
{
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    /// <summary>Reads the packages among the files.</summary>
    public ScriptPackages(IReadOnlyList<ParsedFile> files)
    {
        foreach (SourceFile source in files.Select(file => file.Source).Where(source => source.Path == "package.json" || source.Path.EndsWith("/package.json", StringComparison.Ordinal)))
        {
            if (NameIn(source.Text) is { Length: > 0 } name)
            {
                _folders.TryAdd(name, CodeFiles.Folder(source.Path));
            }
        }
    }

    /// <summary>The paths, without extension, that a module's name may mean: in its package's folder and in <c>src</c> of it.</summary>
    public IEnumerable<string> PathsOf(string module)
    {
        for (int end = module.Length; end > 0; end = module.LastIndexOf('/', end - 1))
        {
            if (_folders.TryGetValue(module[..end], out string? folder))
            {
                string inner = module[end..].Trim('/');
                string prefix = folder.Length == 0 ? "" : folder + "/";
                string[] paths = [prefix + "src/" + inner, prefix + inner];
                return paths.Select(path => path.TrimEnd('/'));
            }
        }

        return [];
    }

    private static string? NameIn(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String
                ? name.GetString()
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // No JSON, or half of a surrogate pair in the name: no import can write it.
            return null;
        }
    }
}
