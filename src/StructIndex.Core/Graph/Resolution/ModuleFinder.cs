using System.Collections.Concurrent;

namespace StructIndex;

/// <summary>Finds what an import names: a file, a folder, a package, or nothing of this code base.</summary>
internal sealed class ModuleFinder
{
    private static readonly string[] s_scriptEndings =
    [
        "", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".d.ts", ".vue", ".svelte",
        "/index.ts", "/index.tsx", "/index.js", "/index.jsx", "/index.mjs", "/index.cjs",
    ];

    private readonly UnitNames _names;
    private readonly GoModules _go;
    private readonly ScriptPackages _packages;

    // Every bare name of a file asks for all its imports.
    private readonly ConcurrentDictionary<(int File, string Module), Place> _found = new();

    /// <summary>Makes a finder over the files of a code base.</summary>
    public ModuleFinder(UnitNames names)
    {
        _names = names;
        Paths = new FilePaths(names.Set.Files);
        Rust = new RustModules(Paths, names.Set.Files);
        _go = new GoModules(names, Paths);
        _packages = new ScriptPackages(names.Set.Files);
    }

    /// <summary>Files by path.</summary>
    public FilePaths Paths { get; }

    /// <summary>The modules of Rust crates.</summary>
    public RustModules Rust { get; }

    /// <summary>What a module is, as a file names it.</summary>
    /// <param name="file">The file that names it.</param>
    /// <param name="module">The module as written.</param>
    public Place Find(int file, string module) => _found.GetOrAdd((file, module), static (named, finder) => finder.Resolve(named.File, named.Module), this);

    /// <summary>A submodule of a file or folder, where a language has them; unknown otherwise.</summary>
    public Place Child(int file, Place place, string name)
    {
        string path = place.Text.Length == 0 ? name : $"{place.Text}/{name}";
        return _names.Set.Files[file].Source.Language switch
        {
            "python" when place.Text.Length > 0 || place.Index < 0 => PythonAt(path),
            "rust" => Rust.At(path),
            _ => Place.Unknown,
        };
    }

    /// <summary>A dotted name of a package, whatever separates its parts.</summary>
    public static string Dotted(string module) =>
        module.Replace("::", ".", StringComparison.Ordinal).Replace('\\', '.').Replace('/', '.').Trim('.');

    private Place Resolve(int file, string module)
    {
        string language = _names.Set.Files[file].Source.Language;
        LanguageScope scope = _names.Scopes[file];
        module = module.Trim('"', '\'', '`', '<', '>', ' ', ';');
        string folder = UnitNames.DirectoryOf(Paths.PathOf(file));
        return language switch
        {
            "python" => Python(folder, module),
            "javascript" or "typescript" => Script(folder, module),
            "rust" => Rust.Find(file, module),
            "go" => _go.Find(module),
            "lua" => AtFile(FirstEnding(module.Replace('.', '/') + ".lua", module.Replace('.', '/') + "/init.lua")),
            "dart" => AtFile(module.StartsWith("package:", StringComparison.Ordinal)
                ? FirstEnding("lib/" + module[(module.IndexOf('/', StringComparison.Ordinal) + 1)..])
                : Relative(folder, module)),
            "zig" or "bash" => AtFile(Relative(folder, Plain(module))),
            _ when scope.HasIncludes => AtFile(Relative(folder, module)),
            _ when scope.HasPackages || language is "swift" or "julia" => new Place(PlaceKind.Package, Text: Dotted(module)),
            _ => AtFile(Relative(folder, module)),
        };
    }

    private static Place AtFile(int file) => file < 0 ? Place.External : new Place(PlaceKind.File, file);

    /// <summary>A path without the variable it begins with: <c>$dir/lib.sh</c> gives <c>lib.sh</c>.</summary>
    private static string Plain(string module)
    {
        int variable = module.LastIndexOfAny(['$', '}', ')']);
        int slash = variable < 0 ? -1 : module.IndexOf('/', variable);
        return slash < 0 ? module : module[(slash + 1)..];
    }

    private int Relative(string folder, string module)
    {
        int file = FilePaths.Join(folder, module) is { } path ? Paths.FirstAt(path, "", ".bash", ".sh", ".zig") : -1;
        return file >= 0 ? file : module.Contains('.', StringComparison.Ordinal) ? FirstEnding(module) : FirstEnding(module + ".bash", module + ".zig");
    }

    private int FirstEnding(params ReadOnlySpan<string> ends)
    {
        foreach (string end in ends)
        {
            foreach (int file in Paths.EndingWith(end))
            {
                return file;
            }
        }

        return -1;
    }

    private Place Script(string folder, string module)
    {
        string? path = module.StartsWith('.') ? FilePaths.Join(folder, module)
            : module.StartsWith("@/", StringComparison.Ordinal) || module.StartsWith("~/", StringComparison.Ordinal) ? "src/" + module[2..]
            : module;
        if (path is null)
        {
            return Place.External;
        }

        int file = Paths.FirstAt(path, s_scriptEndings);
        foreach (string inPackage in file < 0 && !module.StartsWith('.') ? _packages.PathsOf(module) : [])
        {
            file = file < 0 ? Paths.FirstAt(inPackage, s_scriptEndings) : file;
        }

        file = file < 0 && !module.StartsWith('.') ? Convention(module) : file;

        if (file < 0 && Path.GetExtension(path) is ".js" or ".jsx" or ".mjs" or ".cjs")
        {
            file = Paths.FirstAt(path[..^Path.GetExtension(path).Length], s_scriptEndings);
        }

        return path.Length == 0 && file < 0 ? AtFile(Paths.FirstAt("", "index.ts", "index.js")) : AtFile(file);
    }

    /// <summary>Where no <c>package.json</c> tells: a folder of the package's name with <c>src</c> in it.</summary>
    private int Convention(string module)
    {
        string plain = module[0] == '@' && module.IndexOf('/', StringComparison.Ordinal) is > 0 and var scope ? module[(scope + 1)..] : module;
        int slash = plain.IndexOf('/', StringComparison.Ordinal);
        string path = slash < 0 ? plain + "/src" : $"{plain[..slash]}/src{plain[slash..]}";
        return FirstEnding(path + ".ts", path + ".tsx", path + ".js", path + "/index.ts", path + "/index.tsx", path + "/index.js");
    }

    private Place Python(string folder, string module)
    {
        int dots = module.Length - module.TrimStart('.').Length;
        string path = module[dots..].Replace('.', '/');
        if (dots > 0)
        {
            string? at = FilePaths.Join(folder, string.Concat(Enumerable.Repeat("../", dots - 1)) + path);
            return at is null ? Place.External : PythonAt(at);
        }

        if (PythonAt(path) is { IsKnown: true } atTop)
        {
            return atTop;
        }

        foreach (int file in Paths.EndingWith(path + ".py").Concat(Paths.EndingWith(path + "/__init__.py")))
        {
            // What lies inside a package is not imported by a name that leaves the package out.
            string found = Paths.PathOf(file);
            string root = found[..^(path.Length + (found.EndsWith("/__init__.py", StringComparison.Ordinal) ? 12 : 3))].TrimEnd('/');
            if (Paths.At($"{root}/__init__.py") < 0)
            {
                return new Place(PlaceKind.File, file, root.Length == 0 ? path : $"{root}/{path}");
            }
        }

        return Place.External;
    }

    private Place PythonAt(string path)
    {
        int file = Paths.FirstAt(path, ".py", "/__init__.py", ".pyi");
        file = file < 0 && path.Length == 0 ? Paths.At("__init__.py") : file;
        return file >= 0 || (path.Length > 0 && Paths.HasFolder(path)) ? new Place(PlaceKind.File, file, path) : Place.External;
    }
}
