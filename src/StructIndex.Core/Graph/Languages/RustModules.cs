namespace StructIndex;

/// <summary>Rust modules by path: <c>crate::a::b</c> is <c>a/b.rs</c> or <c>a/b/mod.rs</c> beside the crate's <c>lib.rs</c> or <c>main.rs</c>.</summary>
internal sealed class RustModules
{
    private readonly FilePaths _paths;
    private readonly Dictionary<string, string> _crates = new(StringComparer.Ordinal);

    /// <summary>Finds the crates among the files.</summary>
    public RustModules(FilePaths paths, IReadOnlyList<ParsedFile> files)
    {
        _paths = paths;
        foreach (string path in files.Select(file => file.Source.Path).Where(path => path == "lib.rs" || path.EndsWith("/lib.rs", StringComparison.Ordinal)))
        {
            string root = UnitNames.DirectoryOf(path);
            string crate = root.EndsWith("/src", StringComparison.Ordinal) ? UnitNames.DirectoryOf(root) : root;
            _crates.TryAdd(Path.GetFileName(crate).Replace('-', '_'), root);
        }
    }

    /// <summary>What a module path means in a file.</summary>
    public Place Find(int file, string module)
    {
        string[] parts = module.Split("::", StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return Place.Unknown;
        }

        string own = ModulePath(file);
        string? at = parts[0] switch
        {
            "crate" => RootOf(file),
            "self" => own,
            "super" => UnitNames.DirectoryOf(own),
            _ when _crates.TryGetValue(parts[0], out string? root) => root,
            _ when At(own.Length == 0 ? parts[0] : $"{own}/{parts[0]}").IsKnown => own.Length == 0 ? parts[0] : $"{own}/{parts[0]}",
            _ => null,
        };
        if (at is null)
        {
            return Place.External;
        }

        foreach (string part in parts.AsSpan(1))
        {
            at = part == "super" ? UnitNames.DirectoryOf(at) : at.Length == 0 ? part : $"{at}/{part}";
        }

        return At(at);
    }

    /// <summary>The module at a path without extension.</summary>
    public Place At(string path)
    {
        int file = _paths.FirstAt(path, ".rs", "/mod.rs", "/lib.rs", "/main.rs");
        file = file < 0 && path.Length == 0 ? _paths.FirstAt("", "lib.rs", "main.rs") : file;
        return file >= 0 ? new Place(PlaceKind.File, file, path) : Place.External;
    }

    /// <summary>The path of the module that a file is, under which its submodules lie.</summary>
    public string ModulePath(int file)
    {
        string path = _paths.PathOf(file);
        return FilePaths.Stem(path) is "mod" or "lib" or "main" ? UnitNames.DirectoryOf(path) : Path.ChangeExtension(path, null);
    }

    private string RootOf(int file)
    {
        string folder = UnitNames.DirectoryOf(_paths.PathOf(file));
        for (string at = folder; ; at = UnitNames.DirectoryOf(at))
        {
            if (_paths.FirstAt(at.Length == 0 ? "" : at + "/", "lib.rs", "main.rs") >= 0 || at.Length == 0)
            {
                return at;
            }
        }
    }
}
