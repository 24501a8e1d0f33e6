namespace StructIndex;

/// <summary>Lua modules: <c>a.b</c> is the end of a path, <c>a/b.lua</c> or <c>a/b/init.lua</c>.</summary>
internal sealed class LuaModules(CodeFiles files) : ModuleFinder
{
    /// <inheritdoc/>
    public override NameScope Find(int file, string module)
    {
        ArgumentNullException.ThrowIfNull(module);
        string path = module.Replace('.', '/');
        return NameScope.File(files.FirstEndingWith(path + ".lua", path + "/init.lua"));
    }
}
