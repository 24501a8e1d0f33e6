namespace StructIndex;

/// <summary>What the query names of files and units.</summary>
internal sealed class NameFeatures(RankInput input, QueryTerms terms)
{
    /// <summary>Reads the features of one file.</summary>
    public void Read(int file, int shown, Span<float> row)
    {
        ReadOnlySpan<int> fileName = input.Traits.FileNameTerms[file];
        ReadOnlySpan<int> own = input.Traits.OwnNameTerms[file];
        row[(int)RankFeature.FileNameShare] = terms.Share(own);
        row[(int)RankFeature.FileNameCover] = terms.Cover(fileName);
        float named = 0, all = input.Traits.OwnNameRarity[file];
        foreach (int term in own)
        {
            // Rarity takes a logarithm, and few names have a word of the query.
            float share = terms.Names(term);
            named += share > 0 ? input.Traits.Lexical.Idf(term) * share : 0;
        }

        row[(int)RankFeature.FileNameRareShare] = all > 0 ? named / all : 0;
        row[(int)RankFeature.UnitNameCover] = terms.Cover(input.Traits.UnitNameTerms[shown]);
    }
}
