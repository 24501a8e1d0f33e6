namespace StructIndex;

/// <summary>
/// Words that the files of a folder share: <c>plugin</c> of <c>hub.plugin.bash</c> among its like, <c>Handler</c> of
/// <c>SyslogHandler.php</c>. They say nothing about one of them.
/// </summary>
internal static class FamilyWords
{
    // Of fewer files, words meet by chance.
    private const int MinFiles = 4;

    /// <summary>
    /// For each file the terms of its name without those that at least half of its folder's files have in theirs; a name of nothing else
    /// stays whole.
    /// </summary>
    /// <param name="contents">The index.</param>
    /// <param name="names">For each file the terms of its name.</param>
    public static TermLists Without(IndexContents contents, TermLists names)
    {
        Dictionary<string, int> sizes = new(StringComparer.Ordinal);
        Dictionary<(string Folder, int Term), int> counts = [];
        string[] folders = [.. Enumerable.Range(0, contents.FileCount).Select(file => FolderOf(contents.PathOf(file)))];
        for (int file = 0; file < folders.Length; file++)
        {
            sizes[folders[file]] = sizes.GetValueOrDefault(folders[file]) + 1;
            foreach (int term in names[file].ToArray().Distinct())
            {
                counts[(folders[file], term)] = counts.GetValueOrDefault((folders[file], term)) + 1;
            }
        }

        List<int> own = [];
        int[] starts = new int[folders.Length + 1];
        for (int file = 0; file < folders.Length; file++)
        {
            foreach (int term in names[file])
            {
                if (sizes[folders[file]] < MinFiles || 2 * counts[(folders[file], term)] < sizes[folders[file]])
                {
                    own.Add(term);
                }
            }

            if (own.Count == starts[file])
            {
                own.AddRange(names[file]);
            }

            starts[file + 1] = own.Count;
        }

        return new TermLists(starts, [.. own]);
    }

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];
}
