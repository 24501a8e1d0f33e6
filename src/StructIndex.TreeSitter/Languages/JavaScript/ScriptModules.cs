namespace StructIndex;

/// <summary>Modules of JavaScript and TypeScript: relative paths, packages of the workspace, and folders of a package's name.</summary>
internal sealed class ScriptModules : ModuleFinder
{
    /// <summary>Members of the objects of browsers and test runners (<see cref="TreeSitterLanguage.LibraryMembers"/>).</summary>
    public static readonly string[] LibraryMembers =
    [
        "isFinite", "hasOwnProperty", "getAttribute", "setAttribute", "addEventListener", "removeEventListener", "appendChild", "querySelector",
        "preventDefault", "toBe", "toEqual", "toThrow",
    ];

    private static readonly string[] s_endings =
    [
        "", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".d.ts", ".vue", ".svelte",
        "/index.ts", "/index.tsx", "/index.js", "/index.jsx", "/index.mjs", "/index.cjs",
    ];

    private readonly CodeFiles _files;
    private readonly ScriptPackages _packages;
    private readonly ScriptPaths _paths;

    /// <summary>Reads the packages and configurations among the files.</summary>
    public ScriptModules(CodeFiles files) => (_files, _packages, _paths) = (files, new ScriptPackages(files.Files), new ScriptPaths(files.Files));

    /// <inheritdoc/>
    public override NameScope Find(int file, string module)
    {
        ArgumentNullException.ThrowIfNull(module);
        string? path = module.StartsWith('.') ? CodeFiles.Join(_files.FolderOf(file), module)
            : module.StartsWith("@/", StringComparison.Ordinal) || module.StartsWith("~/", StringComparison.Ordinal) ? "src/" + module[2..]
            : module;
        if (path is null)
        {
            return NameScope.External;
        }

        int found = -1;
        string[] named = module.StartsWith('.') ? [] : [.. _paths.PathsOf(_files.FolderOf(file), module)];
        foreach (string candidate in named.Append(path).Concat(module.StartsWith('.') ? [] : _packages.PathsOf(module)))
        {
            found = found < 0 ? _files.FirstAt(candidate, s_endings) : found;
        }

        found = found < 0 && module is [not '.', ..] ? Convention(module) : found;
        if (found < 0 && Path.GetExtension(path) is ".js" or ".jsx" or ".mjs" or ".cjs")
        {
            found = _files.FirstAt(path[..^Path.GetExtension(path).Length], s_endings);
        }

        return path.Length == 0 && found < 0 ? NameScope.File(_files.FirstAt("", "index.ts", "index.js")) : NameScope.File(found);
    }

    /// <summary>Where no <c>package.json</c> says it: a folder of the package's name with <c>src</c> in it.</summary>
    private int Convention(string module)
    {
        string plain = module[0] == '@' && module.IndexOf('/', StringComparison.Ordinal) is > 0 and var scope ? module[(scope + 1)..] : module;
        int slash = plain.IndexOf('/', StringComparison.Ordinal);
        string path = slash < 0 ? plain + "/src" : $"{plain[..slash]}/src{plain[slash..]}";
        return _files.FirstEndingWith(path + ".ts", path + ".tsx", path + ".js", path + "/index.ts", path + "/index.tsx", path + "/index.js");
    }
}
