namespace StructIndex;

/// <summary>Names that say nothing when the receiver is unknown.</summary>
internal static class WellKnownNames
{
    private static readonly HashSet<string> s_names = DataTable.Rows("wellknown.tsv").SelectMany(cells => cells[0].Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a call by this name on an object of unknown type says nothing about who is called.</summary>
    public static bool Contains(string name) => name.Length < 4 || s_names.Contains(name.TrimEnd('?', '!'));
}
