namespace StructIndex;

/// <summary>Dart libraries: relative paths, and <c>package:name/path</c>, which is <c>lib/path</c> of that package.</summary>
internal sealed class DartModules(CodeFiles files) : ModuleFinder
{
    private readonly ModuleFinder _paths = ByPath(files);

    /// <inheritdoc/>
    public override NameScope Find(int file, string module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.StartsWith("package:", StringComparison.Ordinal)
            ? NameScope.File(files.FirstEndingWith("lib/" + module[(module.IndexOf('/', StringComparison.Ordinal) + 1)..]))
            : _paths.Find(file, module);
    }
}
