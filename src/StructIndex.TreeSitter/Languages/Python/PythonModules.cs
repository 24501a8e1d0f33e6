namespace StructIndex;

/// <summary>
/// Python modules: <c>a.b</c> is <c>a/b.py</c>, <c>a/b/__init__.py</c> or a folder, from the top or from any folder that is no package.
/// </summary>
/// <param name="files">The files.</param>
internal sealed class PythonModules(CodeFiles files) : ModuleFinder
{
    /// <inheritdoc/>
    public override NameScope Find(int file, string module)
    {
        ArgumentNullException.ThrowIfNull(module);
        int dots = module.Length - module.TrimStart('.').Length;
        string path = module[dots..].Replace('.', '/');
        if (dots > 0)
        {
            string? at = CodeFiles.Join(files.FolderOf(file), string.Concat(Enumerable.Repeat("../", dots - 1)) + path);
            return at is null ? NameScope.External : At(at);
        }

        if (At(path) is { IsKnown: true } atTop)
        {
            return atTop;
        }

        foreach (int candidate in files.EndingWith(path + ".py").Concat(files.EndingWith(path + "/__init__.py")))
        {
            // What lies inside a package is not imported by a name that leaves the package out.
            string found = files.PathOf(candidate);
            string root = found[..^(path.Length + (found.EndsWith("/__init__.py", StringComparison.Ordinal) ? 12 : 3))].TrimEnd('/');
            if (files.At($"{root}/__init__.py") < 0)
            {
                return NameScope.File(candidate, root.Length == 0 ? path : $"{root}/{path}");
            }
        }

        return NameScope.External;
    }

    /// <inheritdoc/>
    public override NameScope Child(NameScope module, string name) =>
        module.Text.Length > 0 || module.Index < 0 ? At(module.Text.Length == 0 ? name : $"{module.Text}/{name}") : NameScope.Unknown;

    private NameScope At(string path)
    {
        int file = files.FirstAt(path, ".py", "/__init__.py", ".pyi");
        file = file < 0 && path.Length == 0 ? files.At("__init__.py") : file;
        return file >= 0 || (path.Length > 0 && files.HasFolder(path)) ? NameScope.File(file, path) : NameScope.External;
    }
}
