namespace StructIndex;

/// <summary>Rust.</summary>
internal sealed class RustLanguage : TreeSitterLanguage
{
    public override string Name => "rust";
    public override string[] LibraryMembers { get; } =
    [
        "to_vec", "to_owned", "as_str", "as_ref", "as_mut", "into_iter", "iter_mut", "is_some", "is_none", "is_ok", "is_err",
        "ok_or", "map_err", "and_then", "cloned", "borrow", "borrow_mut",
    ];
    public override ScopeTraits Traits => ScopeTraits.Strict | ScopeTraits.AssociatedTypes | ScopeTraits.ModulePaths;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["self", "Self"];
    public override IReadOnlyList<string> BaseReceivers { get; } = [];
    public override string Separator => "::";
    public override string[] PublicWords { get; } = ["pub"];
    public override bool? IsPublicByDefault => false;
    public override string? TestAttributes => @"(^|::)test\b|^rstest|^test_case|^cfg\(test\)|^quickcheck";
    public override string[] NamelessReceivers { get; } = ["crate", "self", "Self", "super"];
    public override string[] TypeWrappers { get; } = ["Box", "Rc", "Arc", "Option", "RefCell", "Cell", "Mutex", "RwLock", "Pin", "Cow"];
    public override string ReturnType(CodeDeclaration declaration) => ReturnTypes.AfterArrow(declaration);

    public override bool IsLibrary(string receiver) =>
        receiver.StartsWith("std::", StringComparison.Ordinal) || receiver.StartsWith("core::", StringComparison.Ordinal) || receiver.StartsWith("alloc::", StringComparison.Ordinal);

    // A case of an enum is called like a function.
    public override bool MakesValue(string name, UnitKind type) => type == UnitKind.Enum && char.IsUpper(name[0]);

    public override bool IsTestMark(string attribute) => attribute.StartsWith("cfg(test", StringComparison.Ordinal) || base.IsTestMark(attribute);
    public override List<ImportedName> SplitImport(ReadOnlySpan<char> written, NamePool names) => RustUseTree.Split(written, names);
    public override ModuleFinder CreateModuleFinder(CodeFiles files) => new RustModules(files);
    public override List<(string Name, string Value)> Taken(string pattern, string value, bool isEach) => RustPatterns.Variables(pattern, value, isEach);
    public override List<(string Name, string Type)> MembersIn(string written) => RustPatterns.Fields(written);
    public override string? SameValue(string receiver, string name) => RustPatterns.SameValue(receiver, name);
    public override string? DeclarationWords => @"^[ \t]*(pub(\([^)\n]*\))?[ \t]+)?((async|const|unsafe|extern|default)[ \t]+)*(fn|struct|enum|trait|union|type|mod|macro_rules!)[ \t]+(?<name>\w+)";
}
