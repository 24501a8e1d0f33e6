namespace StructIndex;

/// <summary>What a receiver or an import may turn out to be.</summary>
internal enum NameScopeKind
{
    /// <summary>Nothing is known.</summary>
    Unknown,

    /// <summary>Known to be none of the code base's own.</summary>
    External,

    /// <summary>A type or namespace.</summary>
    Unit,

    /// <summary>The bases of a type.</summary>
    Bases,

    /// <summary>The top of a file.</summary>
    File,

    /// <summary>The tops of a folder's files, which are one package.</summary>
    Folder,

    /// <summary>A package or namespace by its dotted name.</summary>
    Package,

    /// <summary>An object written out at the top of a file, by the dotted name that its functions have as their container.</summary>
    Object,
}

/// <summary>Where a name is looked for: a file, a folder, a package.</summary>
public readonly record struct NameScope
{
    internal NameScope(NameScopeKind kind, int index = -1, string text = "", EdgeCertainty certainty = EdgeCertainty.Scoped) =>
        (Kind, Index, Text, Certainty) = (kind, index, text, certainty);

    /// <summary>Nothing is known.</summary>
    public static NameScope Unknown => default;

    /// <summary>Known to be none of the code base's own.</summary>
    public static NameScope External => new(NameScopeKind.External);

    /// <summary>Number of the file; -1 where it is none.</summary>
    public int Index { get; }

    /// <summary>Of a file the path under which its inner modules are, of a folder its path, of a package its name.</summary>
    public string Text => field ?? "";

    /// <summary>Whether names can be looked for in it.</summary>
    public bool IsKnown => Kind > NameScopeKind.External;

    /// <summary>What it is.</summary>
    internal NameScopeKind Kind { get; }

    /// <summary>How surely it is this scope.</summary>
    internal EdgeCertainty Certainty { get; init; }

    /// <summary>This scope, or external when it is not known: what a written type that is not found is.</summary>
    internal NameScope OrExternal => IsKnown ? this : External;

    /// <summary>The top of a file.</summary>
    /// <param name="file">Number of the file; a negative one gives <see cref="External"/>.</param>
    public static NameScope File(int file) => file < 0 ? External : new(NameScopeKind.File, file);

    /// <summary>The top of a file, or a folder of modules without a file of its own.</summary>
    /// <param name="file">Number of the file; -1 for none.</param>
    /// <param name="path">The path, without extension, under which its inner modules are.</param>
    public static NameScope File(int file, string path) => new(NameScopeKind.File, file, path);

    /// <summary>The tops of a folder's files.</summary>
    /// <param name="path">Path of the folder.</param>
    public static NameScope Folder(string path) => new(NameScopeKind.Folder, text: path);

    /// <summary>A package or namespace.</summary>
    /// <param name="name">Its dotted name.</param>
    public static NameScope Package(string name) => new(NameScopeKind.Package, text: name);

    /// <summary>A type or namespace by its unit.</summary>
    internal static NameScope Unit(int unit, EdgeCertainty certainty = EdgeCertainty.Scoped) => new(NameScopeKind.Unit, unit, certainty: certainty);
}
