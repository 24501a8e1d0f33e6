using System.IO.Enumeration;

namespace StructIndex;

/// <summary>An entry of a folder that a walk has use for.</summary>
/// <param name="Name">File name.</param>
/// <param name="IsDirectory">Whether it is a folder, or a link to one.</param>
/// <param name="IsLink">Whether it is a symbolic link or a junction.</param>
internal readonly record struct FolderEntry(string Name, bool IsDirectory, bool IsLink)
{
    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>
    /// Folders, and files whose names allow for a known language, so ordered that the paths of a walk come in ordinal order.
    /// </summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="cancellationToken">Stops the listing of a very large folder.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public static List<FolderEntry> Of(string folder, CancellationToken cancellationToken)
    {
        FileSystemEnumerable<FolderEntry> listing = new(
            folder,
            static (ref FileSystemEntry entry) => new FolderEntry(entry.FileName.ToString(), entry.IsDirectory, entry.Attributes.HasFlag(FileAttributes.ReparsePoint)),
            s_everything)
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => entry.IsDirectory || LanguageCatalog.MayBeKnown(entry.FileName) || CodeLook.IsPossible(entry.FileName),
        };
        List<FolderEntry> entries = [];
        foreach (FolderEntry entry in listing)
        {
            cancellationToken.ThrowIfCancellationRequested();
            entries.Add(entry);
        }

        entries.Sort(Compare);
        return entries;
    }

    /// <summary>Ordinal order of the paths below: what a folder holds continues its name with a slash.</summary>
    private static int Compare(FolderEntry one, FolderEntry other)
    {
        int common = Math.Min(one.Name.Length, other.Name.Length);
        int order = one.Name.AsSpan(0, common).SequenceCompareTo(other.Name.AsSpan(0, common));
        return order != 0 ? order : one.After(common) - other.After(common);
    }

    private int After(int length) => length < Name.Length ? Name[length] : IsDirectory ? '/' : -1;
}
