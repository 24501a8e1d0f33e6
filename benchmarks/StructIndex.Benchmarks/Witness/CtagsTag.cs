namespace StructIndex.Benchmarks;

/// <summary>A tag of universal-ctags.</summary>
/// <param name="Path">Path as given to ctags, with <c>/</c>.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Name">The name as ctags writes it; it may be qualified (Lua).</param>
/// <param name="Kind">Name of the kind.</param>
internal readonly record struct CtagsTag(string Path, int Line, string Name, string Kind)
{
    /// <summary>The kinds that the witness is asked about: functions, methods, classes, interfaces, structs, enums and traits, under the names its languages give them.</summary>
    private static readonly HashSet<string> s_symbols = new(StringComparer.Ordinal)
    {
        "function", "func", "method", "singletonMethod", "member function", "methodSpec", "generator", "getter", "setter",
        "class", "interface", "struct", "enum", "trait",
    };

    /// <summary>Kinds that are such symbols in one language of ctags alone.</summary>
    private static readonly HashSet<(string Language, string Kind)> s_own =
    [
        ("Python", "member"), ("Make", "target"), ("ObjectiveC", "implementation"), ("ObjectiveC", "protocol"), ("Perl", "subroutine"), ("Perl", "package"),
        ("SQL", "procedure"), ("SQL", "trigger"), ("SQL", "package"), ("SQL", "table"), ("SQL", "view"), ("Erlang", "record"), ("Julia", "macro"), ("Protobuf", "message"), ("Protobuf", "service"), ("Protobuf", "rpc"),
    ];

    /// <summary>Whether the tag is of a kind that must be a unit.</summary>
    /// <param name="language">Language name of ctags.</param>
    public bool IsSymbol(string language) => s_symbols.Contains(Kind) || s_own.Contains((language, Kind));

    /// <summary>Whether ctags made the name up for something that has none.</summary>
    public bool IsAnonymous => Name.Length == 0 || Name[0] == '<' || Name.StartsWith("__anon", StringComparison.Ordinal)
        || Name.StartsWith("Anonymous", StringComparison.OrdinalIgnoreCase) || Name.StartsWith("anonFunc", StringComparison.Ordinal);

    /// <summary>The simple name: the last part of a qualified one, without quotes.</summary>
    public string SimpleName
    {
        get
        {
            string name = Name.Trim('`', '"', '\'', ' ');
            if (Name is ['`', .., '`'])
            {
                return name;
            }

            int key = Name.LastIndexOf('[');
            if (key >= 0 && Name.EndsWith(']'))
            {
                // t["key"] of Lua
                return Name[(key + 1)..^1].Trim('"', '\'');
            }

            if (name.IndexOf('{', StringComparison.Ordinal) is > 0 and var parameters)
            {
                // Box{T} of Julia
                return name[..parameters];
            }

            if (name.EndsWith(':'))
            {
                // initWithTitle:volume: of Objective-C
                return name[..name.IndexOf(':', StringComparison.Ordinal)];
            }

            int last = name.LastIndexOfAny(['.', ':']);
            return last > 0 && last < name.Length - 1 ? name[(last + 1)..] : name;
        }
    }
}
