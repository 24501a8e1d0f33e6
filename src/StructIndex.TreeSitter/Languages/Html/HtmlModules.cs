namespace StructIndex;

/// <summary>What pages load: by a path from the page, from the root of the site, or from one of the folders that sites are served from.</summary>
internal sealed class HtmlModules(CodeFiles files) : ModuleFinder
{
    private static readonly string[] s_roots = ["", "public/", "static/", "wwwroot/", "src/"];

    private readonly ScriptModules _scripts = new(files);

    /// <inheritdoc/>
    public override NameScope Find(int file, string module)
    {
        ArgumentNullException.ThrowIfNull(module);
        int query = module.IndexOfAny(['?', '#']);
        string path = query < 0 ? module : module[..query];
        if (path.Contains("//", StringComparison.Ordinal))
        {
            return NameScope.External;
        }

        if (path is not ['/', ..] && CodeFiles.Join(files.FolderOf(file), path) is { } beside && files.FirstAt(beside, "") is >= 0 and var found)
        {
            return NameScope.File(found);
        }

        int served = s_roots.Select(root => files.FirstAt(root + path.TrimStart('/'), "")).FirstOrDefault(index => index >= 0, -1);
        return served >= 0 ? NameScope.File(served) : _scripts.Find(file, path);
    }
}
