using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>What is particular about a language beside its query: one entry of <c>Queries/languages.json</c>, explained in <c>Queries/README.md</c>.</summary>
internal sealed record LanguageDefinition
{
    public required string Grammar { get; set; }

    public Dictionary<string, string> ByExtension { get; set; } = [];

    public string[] Queries { get; set; } = [];

    /// <summary>More query files for one of the grammars: JSX for TSX.</summary>
    public Dictionary<string, string[]> GrammarQueries { get; set; } = [];

    public string Separator { get; set; } = ".";

    public bool SplitNames { get; set; }

    /// <summary>Whether functions are declared without a body (C): those inside a function are dropped, being calls or variables more often than not.</summary>
    public bool Prototypes { get; set; }

    public string[] Public { get; set; } = [];

    public string[] Private { get; set; } = [];

    public string? Default { get; set; }

    /// <summary>Visibility of members before the first section that says another: by kind of type, <c>class</c> or <c>struct</c>.</summary>
    public Dictionary<string, string> MemberDefaults { get; set; } = [];

    public string? Naming { get; set; }

    public string[] Constructors { get; set; } = [];

    public bool ConstructorIsTypeName { get; set; }

    public string? TestAttributes { get; set; }

    public string? TestNames { get; set; }

    public bool MergeClauses { get; set; }

    public string DocMarkup { get; set; } = "none";

    /// <summary>Receivers that mean the type or the file itself (<c>self</c>, <c>exports</c>) and so name no container.</summary>
    public string[] SelfNames { get; set; } = [];

    /// <summary>Types whose argument is the type meant: <c>Optional[T]</c>, <c>Box&lt;T&gt;</c>.</summary>
    public string[] TypeWrappers { get; set; } = [];

    [JsonIgnore]
    public Regex? TestAttributePattern => field ??= Compile(TestAttributes);

    [JsonIgnore]
    public Regex? TestNamePattern => field ??= Compile(TestNames);

    private static Regex? Compile(string? pattern)
        => pattern is null ? null : new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
