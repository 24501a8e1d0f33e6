namespace StructIndex;

/// <summary>Java.</summary>
internal sealed class JavaLanguage : TreeSitterLanguage
{
    public override string Name => "java";
    public override string[] LibraryMembers { get; } =
    [
        "getType", "getActualTypeArguments", "getOwnerType", "getRawType", "getMessage", "getClassName", "getParameterTypes",
        "getDeclaredFields", "getSimpleName", "newInstance",
    ];
    public override string Family => "jvm";
    public override ScopeTraits Traits => ScopeTraits.Strict | ScopeTraits.ImplicitReceiver | ScopeTraits.Packages | ScopeTraits.Overloads;
    public override IReadOnlyList<string> SelfReceivers { get; } = ["this"];
    public override IReadOnlyList<string> BaseReceivers { get; } = ["super"];
    public override string[] PublicWords { get; } = ["public"];
    public override string[] PrivateWords { get; } = ["private", "protected"];
    public override string? TestAttributes => @"^(Test|ParameterizedTest|RepeatedTest|TestFactory|Theory)\b";
    public override string[] NamelessReceivers { get; } = ["this"];
    public override string[] TypeWrappers { get; } = ["Optional"];
    public override string PlainDocumentation(string text) => TagMarkup.ToText(text);
    public override string ReturnType(CodeDeclaration declaration) => ReturnTypes.BeforeName(declaration);
    public override string? DeclarationWords => @"^[ \t]*(\}[ \t]*)?(if|else|for|foreach|while|switch|catch|try|synchronized|return|new|do|throw|assert|case|await|yield|using|lock|with|function|delete|goto)\b|^[ \t]*((public|protected|private|static|final|abstract|sealed|non-sealed)[ \t]+)*(class|interface|enum|record|@interface)[ \t]+(?<name>\w+)|^[ \t]*((public|protected|private|static|final|abstract|default|native|synchronized)[ \t]+)*(<[^;{}()\n]*>[ \t]+)?([\w.]+(<[^;{}()\n]*>)?(\[\])*[ \t]+)?(?<name>\w+)[ \t]*\([^;{}()\n]*(\([^()\n]*\)[^;{}()\n]*)*\)[ \t]*(throws[^;{}\n]*)?\{";
}
