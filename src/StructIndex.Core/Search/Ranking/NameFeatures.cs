namespace StructIndex;

/// <summary>What the query names of files, folders and units.</summary>
internal sealed class NameFeatures(RankInput input)
{
    private readonly QueryTerms _terms = new(input.Query, input.Contents.Lexical.Terms);

    /// <summary>Reads the features of one file.</summary>
    public void Read(int file, int shown, Span<float> row)
    {
        ReadOnlySpan<int> fileName = input.Traits.FileNameTerms[file];
        row[(int)RankFeature.FileNameShare] = _terms.Share(fileName);
        row[(int)RankFeature.FileNameCover] = _terms.Cover(fileName);
        row[(int)RankFeature.FolderCover] = _terms.Cover(input.Traits.FolderTerms[file]);
        ReadOnlySpan<int> unitName = input.Traits.UnitNameTerms[shown];
        row[(int)RankFeature.UnitNameCover] = _terms.Cover(unitName);
        row[(int)RankFeature.UnitNameWhole] = _terms.Share(unitName) >= .999f ? 1 : 0;
        row[(int)RankFeature.ContainerCover] = _terms.Cover(input.Traits.ContainerTerms[shown]);
    }
}
