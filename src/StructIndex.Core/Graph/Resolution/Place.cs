namespace StructIndex;

/// <summary>What a receiver or an import may turn out to be.</summary>
internal enum PlaceKind
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
    Directory,

    /// <summary>A package or namespace by its dotted name.</summary>
    Package,
}

/// <summary>Where a name is looked for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">The unit, the file (-1: none) or the number of the folder.</param>
/// <param name="Text">The package's name; for a file the path, without extension, under which its submodules lie.</param>
/// <param name="Certainty">How surely it is this place.</param>
internal readonly record struct Place(PlaceKind Kind, int Index = -1, string Text = "", EdgeCertainty Certainty = EdgeCertainty.Scoped)
{
    /// <summary>Nothing is known.</summary>
    public static Place Unknown => default;

    /// <summary>Known to be none of the code base's own.</summary>
    public static Place External => new(PlaceKind.External);

    /// <summary>This place, or external when it is not known: what a written type that is not found is.</summary>
    public Place OrExternal => IsKnown ? this : External;

    /// <summary>Whether names can be looked for in it.</summary>
    public bool IsKnown => Kind > PlaceKind.External;
}
