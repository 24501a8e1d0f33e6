namespace StructIndex;

/// <summary>Ruby.</summary>
internal sealed class RubyLanguage : TreeSitterLanguage
{
    public override string Name => "ruby";
    public override string[] LibraryMembers { get; } =
    [
        "instance_of", "respond_to", "kind_of", "to_ary", "to_proc", "to_path", "to_sym", "to_hash", "public_send",
        "define_method", "nil", "blank", "present", "instance_variable_get", "frozen", "puts", "bytesize", "downcase",
        "upcase", "gsub", "chomp",
    ];
    public override CommentSyntax Comments { get; } = new() { Lines = ["#"], Blocks = [("=begin", "=end")] };
    public override ScopeTraits Traits => ScopeTraits.ImplicitReceiver | ScopeTraits.Packages | ScopeTraits.Global | ScopeTraits.BareCalls | ScopeTraits.InferredReturns;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["self"];
    public override IReadOnlyList<string> BaseReceivers { get; } = ["super"];
    public override IReadOnlyList<string> ConstructorNames { get; } = ["initialize"];
    public override string[] ConstructorMethods { get; } = ["initialize"];
    public override string Separator => "::";
    public override bool SplitNames => true;
    public override string[] PublicWords { get; } = ["public", "module_function", "self.", "class", "module"];
    public override string[] PrivateWords { get; } = ["private", "protected", "private_class_method"];
    public override bool? IsPublicByDefault => true;
    public override string? TestNames => "^test_";
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => RubyHeredocs.Mask(file.Text);
    public override string PlainDocumentation(string text) => TagMarkup.ToText(text);
    public override List<(string Name, string Type)> MembersIn(string written) => RubyMembers.Read(written);
    public override bool MakesValue(string name, UnitKind type) => name == "new";

    // Every type and module may be opened again.
    public override bool IsPart(CodeDeclaration declaration) => true;
    public override string? DeclarationWords => @"^[ \t]*(((private|protected|public|module_function)[ \t]+)?def[ \t]+(self\.)?|class[ \t]+(\w+::)*|module[ \t]+(\w+::)*)(?<name>\w+|[^\w\s(]+)|^[ \t]*define_method[ \t]*\(?(?<name>:\w+)";
}
