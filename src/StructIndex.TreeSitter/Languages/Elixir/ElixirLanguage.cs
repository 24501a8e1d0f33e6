namespace StructIndex;

/// <summary>Elixir.</summary>
internal sealed class ElixirLanguage : TreeSitterLanguage
{
    public override string Name => "elixir";
    public override string[] LibraryMembers { get; } =
    [
        "struct", "function_exported", "binding", "destructure", "put_in", "get_in", "update_in", "is_struct", "is_map_key",
        "length_of",
    ];
    public override CommentSyntax Comments { get; } = CommentSyntax.Hash with { DocumentationWords = ["@doc", "@moduledoc", "@typedoc"] };
    public override ScopeTraits Traits => ScopeTraits.Strict | ScopeTraits.ImplicitReceiver | ScopeTraits.Packages | ScopeTraits.AbsoluteModules;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["__MODULE__"];
    public override IReadOnlyList<string> BaseReceivers { get; } = [];
    public override bool SplitNames => true;
    public override string[] PublicWords { get; } = ["def", "defmacro", "defdelegate", "defguard"];
    public override string[] PrivateWords { get; } = ["defp", "defmacrop", "defguardp"];
    public override bool MergesClauses => true;

    // A struct bears the name of its module; another name of a type stands in types alone.
    public override bool CanBeCalled(UnitKind kind, CodeReferenceKind how) => kind == UnitKind.Namespace ? how == CodeReferenceKind.Construct : kind != UnitKind.TypeAlias;
    public override string? DeclarationWords => @"^[ \t]*defmodule[ \t]+(?<name>[\w.]+)|^[ \t]*(defp?|defmacrop?)[ \t]+(?<name>\w+)";
}
