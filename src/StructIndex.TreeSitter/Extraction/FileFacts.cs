namespace StructIndex;

/// <summary>A stretch of text that a query captured; <see cref="None"/> where nothing was.</summary>
internal readonly record struct Stretch(int Start, int End)
{
    public static readonly Stretch None = new(-1, -1);

    public bool IsNone => Start < 0;

    public ReadOnlySpan<char> In(string text) => IsNone ? [] : text.AsSpan(Start, End - Start);

    public static Stretch Of(in TsNode node) => new(node.Start, node.End);
}

/// <summary>A comment, attribute or other node that may belong to the declaration after it.</summary>
internal readonly record struct Trivia(CaptureRole Role, int Start, int End, int Pattern, Stretch Detail);

/// <summary>
/// A use of a name, a variable with its type, or an inner documentation: something that belongs to the innermost declaration around it.
/// </summary>
internal readonly record struct Use(CaptureRole Role, int Start, int End, int Pattern, Stretch Detail)
{
    /// <summary>Of a variable: the part of the declaration around it in which it is known.</summary>
    public Stretch Within { get; init; } = Stretch.None;
}

/// <summary>An import as captured.</summary>
internal readonly record struct Import(CaptureRole Role, Stretch Module, Stretch Name, Stretch Alias);

/// <summary>A declaration or a scope on its way to become one.</summary>
internal sealed class Entry
{
    public required CaptureRole Role { get; init; }

    public required UnitKind Kind { get; set; }

    public required int Pattern { get; set; }

    /// <summary>Start with documentation and attributes.</summary>
    public required int Start { get; set; }

    public required int End { get; set; }

    /// <summary>Start of the header: after leading documentation.</summary>
    public required int HeaderStart { get; set; }

    public required Stretch Name { get; set; }

    public required Stretch Body { get; set; }

    public required Stretch Receiver { get; set; }

    /// <summary>A signature that stands apart.</summary>
    public Stretch Signature { get; set; } = Stretch.None;

    public Entry? Parent { get; set; }

    public string NameText { get; set; } = "";

    /// <summary>A name that is not in the text.</summary>
    public string? GivenName { get; init; }

    /// <summary>Dotted container of what lies inside.</summary>
    public string Path { get; set; } = "";

    public List<Stretch>? InnerDocs { get; set; }

    public List<string>? Bases { get; set; }

    public List<int>? Breaks { get; set; }

    /// <summary>Words that say how visible the members after them are (<c>private:</c>), ascending.</summary>
    public List<Stretch>? Sections { get; set; }

    /// <summary>Names of members that are said to be private beside them: <c>private :name</c>.</summary>
    public HashSet<string>? Hidden { get; set; }

    public CodeDeclaration? Declaration { get; set; }

    /// <summary>Whether what lies inside implements a trait or the like.</summary>
    public bool Implements { get; set; }

    public bool IsScope => Role is CaptureRole.Scope or CaptureRole.TypeScope;

    /// <summary>Whether functions directly inside are methods.</summary>
    public bool HoldsMethods => Role == CaptureRole.TypeScope || (!IsScope && Kind.IsType());
}

/// <summary>What the query found in one file, before it is put together.</summary>
internal sealed class FileFacts
{
    public Dictionary<int, Entry> Entries { get; } = [];

    public List<Trivia> Trivia { get; } = [];

    public List<Stretch> Wraps { get; } = [];

    public List<Use> Uses { get; } = [];

    /// <summary>Stretches that take values apart and make none.</summary>
    public List<Stretch> Patterns { get; } = [];

    public List<Import> Imports { get; } = [];

    public List<Stretch> Packages { get; } = [];

    /// <summary>Starts of statements where long code may be cut, ascending.</summary>
    public List<int> Breaks { get; } = [];

    public bool IsCut { get; set; }

    /// <summary>Text that the parser could not read, ascending.</summary>
    public List<Stretch> Errors { get; } = [];

    /// <summary>In a file with errors: names after words that begin a declaration, ascending.</summary>
    public List<Stretch> Declared { get; } = [];
}
