namespace StructIndex;

/// <summary>Lua.</summary>
internal sealed class LuaLanguage : TreeSitterLanguage
{
    public override string Name => "lua";
    public override string[] LibraryMembers { get; } = ["gsub"];
    public override CommentSyntax Comments { get; } = new() { Lines = ["--"], Blocks = [("--[[", "]]"), ("--[=[", "]=]"), ("--[==[", "]==]")] };
    public override IReadOnlyList<string> SelfReceivers { get; } = ["self"];
    public override IReadOnlyList<string> BaseReceivers { get; } = [];
    public override string[] PrivateWords { get; } = ["local"];
    public override string[] NamelessReceivers { get; } = ["M", "_M"];
    public override string PlainDocumentation(string text) => TagMarkup.ToText(text);
    public override bool IsForeignGlobal(string text, string name) => LuaGlobals.IsUndeclared(text, name);
    public override ModuleFinder CreateModuleFinder(CodeFiles files) => new LuaModules(files);
    public override string? DeclarationWords => @"^[ \t]*(local[ \t]+)?function[ \t]+(\w+[.:])*(?<name>\w+)|^([^\n""'=-]*[{(,])?[ \t]*(local[ \t]+)?(\w+[.:])*(?<name>\w+)[ \t]*=[ \t]*function\b";
}
