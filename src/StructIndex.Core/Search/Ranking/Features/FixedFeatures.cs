namespace StructIndex;

/// <summary>
/// The features of files that no query changes, those of one file side by side: a ranker looks at a hundred files that are anywhere in the
/// index.
/// </summary>
internal sealed class FixedFeatures
{
    private const int First = (int)RankFeature.UsedUnits;
    private const int Run = (int)RankFeature.Entry - First + 1;

    /// <summary>Number of features of a file.</summary>
    public const int Width = Run + 1;

    private readonly float[] _values;

    /// <summary>Reads the features from an index.</summary>
    /// <param name="contents">The index.</param>
    /// <param name="wholeFiles">The terms of its files as wholes (<see cref="WholeFiles.Index"/>).</param>
    public FixedFeatures(IndexContents contents, LexicalIndex wholeFiles)
    {
        Centrality centrality = new(contents, wholeFiles);
        FileRoles[] roles = FileRoleReader.Read(contents);
        _values = new float[contents.FileCount * Width];
        for (int file = 0; file < contents.FileCount; file++)
        {
            Span<float> values = _values.AsSpan(file * Width, Width);
            values[(int)RankFeature.UsedUnits - First] = centrality.UsedUnits[file];
            values[(int)RankFeature.Mentions - First] = centrality.Mentions[file];
            for (RankFeature role = RankFeature.Test; role <= RankFeature.Entry; role++)
            {
                values[(int)role - First] = roles[file].HasFlag(FlagOf(role)) ? 1 : 0;
            }

            values[Run] = contents.PathOf(file).AsSpan().Count('/');
        }
    }

    /// <summary>Takes the features of some files as they were read from the index that they are of.</summary>
    public FixedFeatures(IEnumerable<FileFacts> files) => _values = [.. files.SelectMany(file => file.Fixed)];

    /// <summary>The features of a file.</summary>
    public ReadOnlySpan<float> Of(int file) => _values.AsSpan(file * Width, Width);

    /// <summary>Writes the features of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="asked">Roles that the query asks for, which do not count.</param>
    /// <param name="row">The features of the file, by <see cref="RankFeature"/>.</param>
    public void Read(int file, FileRoles asked, Span<float> row)
    {
        ReadOnlySpan<float> values = Of(file);
        values[..Run].CopyTo(row[First..]);
        for (RankFeature role = RankFeature.Test; asked != FileRoles.None && role <= RankFeature.Entry; role++)
        {
            row[(int)role] = asked.HasFlag(FlagOf(role)) ? 0 : row[(int)role];
        }

        row[(int)RankFeature.Depth] = values[Run];
    }

    // Roles have the same order in both.
    private static FileRoles FlagOf(RankFeature role) => (FileRoles)(1 << (role - RankFeature.Test));
}
