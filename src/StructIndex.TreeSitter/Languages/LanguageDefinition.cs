using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>What is particular about a language beside its query: one entry of <c>Queries/languages.json</c>, explained in <c>Queries/README.md</c>.</summary>
internal sealed record LanguageDefinition
{
    public required string Grammar { get; init; }

    public Dictionary<string, string> ByExtension { get; init; } = [];

    public string[] Queries { get; init; } = [];

    /// <summary>More query files for one of the grammars: JSX for TSX.</summary>
    public Dictionary<string, string[]> GrammarQueries { get; init; } = [];

    public string Separator { get; init; } = ".";

    public bool SplitNames { get; init; }

    /// <summary>Whether functions are declared without a body (C): those inside a function are dropped, being calls or variables more often than not.</summary>
    public bool Prototypes { get; init; }

    public string[] Public { get; init; } = [];

    public string[] Private { get; init; } = [];

    public string? Default { get; init; }

    /// <summary>Visibility of members before the first section that says another: by kind of type, <c>class</c> or <c>struct</c>.</summary>
    public Dictionary<string, string> MemberDefaults { get; init; } = [];

    public string? Naming { get; init; }

    public string[] Constructors { get; init; } = [];

    public bool ConstructorIsTypeName { get; init; }

    public string? TestAttributes { get; init; }

    public string? TestNames { get; init; }

    public bool MergeClauses { get; init; }

    public string DocMarkup { get; init; } = "none";

    /// <summary>Receivers that mean the type or the file itself (<c>self</c>, <c>exports</c>) and so name no container.</summary>
    public string[] SelfNames { get; init; } = [];

    /// <summary>Types whose argument is the type meant: <c>Optional[T]</c>, <c>Box&lt;T&gt;</c>.</summary>
    public string[] TypeWrappers { get; init; } = [];

    public Regex? TestAttributePattern => field ??= Compile(TestAttributes);

    public Regex? TestNamePattern => field ??= Compile(TestNames);

    private static Regex? Compile(string? pattern)
        => pattern is null ? null : new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
