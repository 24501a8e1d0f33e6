namespace StructIndex;

/// <summary>The folders of a code base that have a project file.</summary>
internal sealed class LayerProjects
{
    private static readonly string[] s_endings = [".csproj", ".fsproj", ".vbproj"];
    private static readonly string[] s_names = ["package.json", "pom.xml", "build.gradle", "build.gradle.kts", "Cargo.toml", "go.mod", "pyproject.toml", "Package.swift"];
    private readonly HashSet<string> _folders;

    public LayerProjects(IReadOnlyList<CodeUnit> units) =>
        _folders = units.Select(unit => unit.Path).Where(IsProject).Select(FolderOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>The nearest folder above a file that has a project, <c>.</c> for the root; null for none.</summary>
    public string? Of(string path)
    {
        for (string folder = FolderOf(path); ; folder = FolderOf(folder))
        {
            if (_folders.Contains(folder) || folder == ".")
            {
                return _folders.Contains(folder) ? folder : null;
            }
        }
    }

    private static bool IsProject(string path)
        => s_names.Contains(path[(path.LastIndexOf('/') + 1)..], StringComparer.Ordinal) || s_endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : ".";
}
