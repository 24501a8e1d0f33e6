namespace StructIndex;

/// <summary>Names as columns that are looked up: in lower case, and no longer than a B-tree takes.</summary>
internal static class NameColumn
{
    private const int MaxLength = 200;

    /// <summary>A name as a column keeps it.</summary>
    public static string Of(string name) => (name.Length > MaxLength ? name[..MaxLength] : name).ToLowerInvariant().Replace("\0", "", StringComparison.Ordinal);
}
