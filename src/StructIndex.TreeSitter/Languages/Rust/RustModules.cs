using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// Rust modules by path: <c>crate::a::b</c> is <c>a/b.rs</c> or <c>a/b/mod.rs</c> beside the crate's <c>lib.rs</c> or <c>main.rs</c>.
/// </summary>
internal sealed partial class RustModules : ModuleFinder
{
    private readonly CodeFiles _files;
    private readonly Dictionary<string, string> _crates = new(StringComparer.Ordinal);

    /// <summary>Finds the crates among the files.</summary>
    public RustModules(CodeFiles files)
    {
        _files = files;
        foreach (string path in files.Files.Select(file => file.Source.Path).Where(path => path == "lib.rs" || path.EndsWith("/lib.rs", StringComparison.Ordinal)))
        {
            string root = CodeFiles.Folder(path);
            string crate = root.EndsWith("/src", StringComparison.Ordinal) ? CodeFiles.Folder(root) : root;
            _crates.TryAdd(Path.GetFileName(crate).Replace('-', '_'), root);
        }

        foreach (SourceFile manifest in files.Files.Select(file => file.Source).Where(source => source.Path == "Cargo.toml" || source.Path.EndsWith("/Cargo.toml", StringComparison.Ordinal)))
        {
            string folder = CodeFiles.Folder(manifest.Path);
            string root = folder.Length == 0 ? "src" : $"{folder}/src";
            foreach (Match name in Named().Matches(manifest.Text).Where(_ => _files.FirstAt(root + "/", "lib.rs") >= 0))
            {
                _crates[name.Groups["name"].Value.Replace('-', '_')] = root;
            }
        }
    }

    /// <inheritdoc/>
    public override NameScope Find(int file, string module)
    {
        ArgumentNullException.ThrowIfNull(module);
        string[] parts = module.Split("::", StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return NameScope.Unknown;
        }

        string own = ModulePath(file);
        string? at = parts[0] switch
        {
            "crate" => RootOf(file),
            "self" => own,
            "super" => CodeFiles.Folder(own),
            _ when _crates.TryGetValue(parts[0], out string? root) => root,
            _ when At(own.Length == 0 ? parts[0] : $"{own}/{parts[0]}").IsKnown => own.Length == 0 ? parts[0] : $"{own}/{parts[0]}",
            _ => null,
        };
        if (at is null)
        {
            return NameScope.External;
        }

        foreach (string part in parts.AsSpan(1))
        {
            at = part == "super" ? CodeFiles.Folder(at) : at.Length == 0 ? part : $"{at}/{part}";
        }

        return At(at);
    }

    /// <inheritdoc/>
    public override NameScope Child(NameScope module, string name) => At(module.Text.Length == 0 ? name : $"{module.Text}/{name}");

    /// <inheritdoc/>
    public override NameScope Keyword(int file, string word, bool isNested) => word switch
    {
        // The file's own module, around one that is written in it.
        "super" when isNested => NameScope.File(file, ModulePath(file)),
        "crate" or "super" or "self" or "Self" => Find(file, word),
        _ => NameScope.Unknown,
    };

    // The name of the package, and that of its library where it has another.
    [GeneratedRegex(@"^\[(package|lib)\][^\[]{0,9999}?^name\s{0,99}=\s{0,99}""(?<name>[\w-]{1,999})""", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Named();

    /// <summary>The module at a path without extension.</summary>
    private NameScope At(string path)
    {
        int file = _files.FirstAt(path, ".rs", "/mod.rs", "/lib.rs", "/main.rs");
        file = file < 0 && path.Length == 0 ? _files.FirstAt("", "lib.rs", "main.rs") : file;
        return file >= 0 ? NameScope.File(file, path) : NameScope.External;
    }

    /// <summary>The path of the module that a file is, under which its submodules are.</summary>
    private string ModulePath(int file)
    {
        string path = _files.PathOf(file);
        return CodeFiles.Stem(path) is "mod" or "lib" or "main" ? CodeFiles.Folder(path) : Path.ChangeExtension(path, null);
    }

    private string RootOf(int file)
    {
        string folder = CodeFiles.Folder(_files.PathOf(file));
        for (string at = folder; ; at = CodeFiles.Folder(at))
        {
            if (_files.FirstAt(at.Length == 0 ? "" : at + "/", "lib.rs", "main.rs") >= 0 || at.Length == 0)
            {
                return at;
            }
        }
    }
}
