namespace StructIndex;

/// <summary>Modules that are packages or namespaces, by their dotted names.</summary>
internal sealed class PackageModules : ModuleFinder
{
    /// <inheritdoc/>
    public override NameScope Find(int file, string module) => NameScope.Package(Dotted(module));

    /// <summary>A dotted name of a package, whatever separates its parts.</summary>
    public static string Dotted(string module) =>
        module.Replace("::", ".", StringComparison.Ordinal).Replace('\\', '.').Replace('/', '.').Trim('.');
}
