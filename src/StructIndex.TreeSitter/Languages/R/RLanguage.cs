namespace StructIndex;

/// <summary>R.</summary>
internal sealed class RLanguage : TreeSitterLanguage
{
    public override string Name => "r";
    public override ScopeTraits Traits => ScopeTraits.Global;
    public override CommentSyntax Comments => CommentSyntax.Hash;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["self", "private", ".self"];
    public override IReadOnlyList<string> BaseReceivers { get; } = ["super"];
    public override IReadOnlyList<string> ConstructorNames { get; } = ["initialize"];
    public override string[] ConstructorMethods { get; } = ["initialize", "finalize"];
    public override string Separator => "$";
    public override bool? IsPublicByName(string name) => name[0] == '.' ? false : null;
    public override string PlainDocumentation(string text) => TagMarkup.ToText(RoxygenMarkup.ToText(text));
    public override ModuleFinder CreateModuleFinder(CodeFiles files) => ModuleFinder.ByPath(files, ".R", ".r");
    public override string? DeclarationWords => @"^[ \t]*(?<name>[\w.]+)[ \t]*(<-|=)[ \t]*function\b|^[ \t]*(setClass|setGeneric|setMethod|setRefClass)\([ \t]*""(?<name>[^""\n]+)""|^[ \t]*(?<name>[\w.]+)[ \t]*(<-|=)[ \t]*(\w+::)?(R6Class|setRefClass)\(";
}
