namespace StructIndex;

/// <summary>What an update found changed. All three are empty where something else has, such as a project file.</summary>
/// <param name="Added">Paths of files that are new, ordered.</param>
/// <param name="Changed">Paths of files whose content has changed, ordered.</param>
/// <param name="Removed">Paths of files that are gone, ordered.</param>
public sealed record CodeIndexChange(IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed)
{
    /// <summary>What differs between two states of the files.</summary>
    internal static CodeIndexChange Between(IReadOnlyList<SourceFile> before, IReadOnlyList<SourceFile> after)
    {
        Dictionary<string, SourceFile> known = before.ToDictionary(file => file.Path, StringComparer.Ordinal);
        List<string> added = [], changed = [];
        foreach (SourceFile file in after)
        {
            if (!known.Remove(file.Path, out SourceFile? then))
            {
                added.Add(file.Path);
            }
            else if (!ReferenceEquals(then, file))
            {
                changed.Add(file.Path);
            }
        }

        return new CodeIndexChange(added, changed, [.. known.Keys.Order(StringComparer.Ordinal)]);
    }
}
