namespace StructIndex;

/// <summary>What the query names of files, folders and units.</summary>
internal sealed class NameFeatures(RankInput input) : IDisposable
{
    private readonly QueryTerms _terms = new(input.Query, input.Compounds, input.Contents.Lexical.Terms);

    /// <inheritdoc/>
    public void Dispose() => _terms.Dispose();

    /// <summary>Reads the features of one file.</summary>
    public void Read(int file, int shown, Span<float> row)
    {
        ReadOnlySpan<int> fileName = input.Traits.FileNameTerms[file];
        row[(int)RankFeature.FileNameShare] = _terms.Share(fileName);
        row[(int)RankFeature.FileNameCover] = _terms.Cover(fileName);
        float named = 0, all = 0;
        foreach (int term in fileName)
        {
            float idf = input.Traits.Lexical.Idf(term);
            named += idf * _terms.Names(term);
            all += idf;
        }

        row[(int)RankFeature.FileNameRareShare] = all > 0 ? named / all : 0;
        // No name of the file covers more than all of them do.
        float best = 0, declared = _terms.Cover(input.Traits.DeclaredTerms[file]);
        for (int unit = input.Contents.FileStarts[file]; unit < input.Contents.FileStarts[file + 1] && best < declared; unit++)
        {
            best = Math.Max(best, _terms.Cover(input.Traits.UnitNameTerms[unit]));
        }

        row[(int)RankFeature.UnitNameBest] = best;
        row[(int)RankFeature.DeclaredCover] = declared;
        row[(int)RankFeature.FolderCover] = _terms.Cover(input.Traits.FolderTerms[file]);
        ReadOnlySpan<int> unitName = input.Traits.UnitNameTerms[shown];
        row[(int)RankFeature.UnitNameCover] = _terms.Cover(unitName);
        row[(int)RankFeature.UnitNameWhole] = _terms.Share(unitName) >= .999f ? 1 : 0;
        row[(int)RankFeature.ContainerCover] = _terms.Cover(input.Traits.ContainerTerms[shown]);
    }
}
