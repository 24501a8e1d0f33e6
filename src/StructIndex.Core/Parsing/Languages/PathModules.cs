namespace StructIndex;

/// <summary>Modules that are files: by the path from the file that names them, else by the end of their own path.</summary>
/// <param name="files">The files.</param>
/// <param name="extensions">Extensions that a module may leave out.</param>
internal sealed class PathModules(CodeFiles files, string[] extensions) : ModuleFinder
{
    /// <inheritdoc/>
    public override NameScope Find(int file, string module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return NameScope.File(files.Relative(files.FolderOf(file), module, extensions));
    }
}
