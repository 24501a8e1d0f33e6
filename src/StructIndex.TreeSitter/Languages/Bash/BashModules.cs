namespace StructIndex;

/// <summary>Scripts that others source, by their paths: of <c>$dir/lib.sh</c> what follows the variable.</summary>
internal sealed class BashModules(CodeFiles files) : ModuleFinder
{
    private readonly ModuleFinder _paths = ByPath(files, ".bash", ".sh");

    /// <inheritdoc/>
    public override NameScope Find(int file, string module)
    {
        ArgumentNullException.ThrowIfNull(module);
        int variable = module.LastIndexOfAny(['$', '}', ')']);
        int slash = variable < 0 ? -1 : module.IndexOf('/', variable);
        return _paths.Find(file, slash < 0 ? module : module[(slash + 1)..]);
    }
}
