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

    /// <summary>Whether the tag is of a kind that must be a unit.</summary>
    /// <param name="language">Language name of ctags: only Python calls its methods members.</param>
    public bool IsSymbol(string language) => s_symbols.Contains(Kind) || (Kind == "member" && language == "Python");

    /// <summary>Whether ctags made the name up for something that has none.</summary>
    public bool IsAnonymous => Name.Length == 0 || Name[0] == '<' || Name.StartsWith("__anon", StringComparison.Ordinal)
        || Name.StartsWith("Anonymous", StringComparison.OrdinalIgnoreCase);

    /// <summary>The simple name: the last part of a qualified one, without quotes.</summary>
    public string SimpleName
    {
        get
        {
            string name = Name.Trim('`', '"', '\'', ' ');
            int key = Name.LastIndexOf('[');
            if (key >= 0 && Name.EndsWith(']'))
            {
                // t["key"] of Lua
                return Name[(key + 1)..^1].Trim('"', '\'');
            }

            int last = name.LastIndexOfAny(['.', ':']);
            return last > 0 && last < name.Length - 1 ? name[(last + 1)..] : name;
        }
    }
}
