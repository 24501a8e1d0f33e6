namespace StructIndex;

/// <summary>Finds the files whose paths may end as another does, without a look at each path: by a hash of what stands behind the last slash.</summary>
internal sealed class PathEnds
{
    private readonly int[] _hashes;

    /// <summary>Reads the paths of an index.</summary>
    public PathEnds(IndexContents contents) => _hashes = [.. Enumerable.Range(0, contents.FileCount).Select(file => HashOf(contents.PathOf(file)))];

    /// <summary>The files, ascending, whose paths have the same last part, upper or lower case; others may be among them.</summary>
    public List<int> Like(ReadOnlySpan<char> path)
    {
        List<int> files = [];
        int hash = HashOf(path);
        for (int at = 0, found; (found = _hashes.AsSpan(at).IndexOf(hash)) >= 0; at += found + 1)
        {
            files.Add(at + found);
        }

        return files;
    }

    private static int HashOf(ReadOnlySpan<char> path) => string.GetHashCode(path[(path.LastIndexOf('/') + 1)..], StringComparison.OrdinalIgnoreCase);
}
