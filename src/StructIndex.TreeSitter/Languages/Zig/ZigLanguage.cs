namespace StructIndex;

/// <summary>Zig.</summary>
internal sealed class ZigLanguage : TreeSitterLanguage
{
    public override string Name => "zig";
    public override ScopeTraits Traits => ScopeTraits.Strict | ScopeTraits.Shadowing;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["self", "Self"];
    public override IReadOnlyList<string> BaseReceivers { get; } = [];
    public override string[] PublicWords { get; } = ["pub", "export"];
    public override bool? IsPublicByDefault => false;
    public override ModuleFinder CreateModuleFinder(CodeFiles files) => ModuleFinder.ByPath(files, ".zig");
    public override string? DeclarationWords => @"^[ \t]*(pub[ \t]+)?((export|extern|inline|noinline)[ \t]+)*fn[ \t]+(?<name>\w+)|^[ \t]*(pub[ \t]+)?const[ \t]+(?<name>\w+)[ \t]*=[ \t]*((packed|extern)[ \t]+)?(struct|enum|union|opaque|error)\b|^test[ \t]+(""(?<name>[^""\n]*)""|(?<name>\w+))";
}
