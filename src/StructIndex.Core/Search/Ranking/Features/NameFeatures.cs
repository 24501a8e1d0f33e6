namespace StructIndex;

/// <summary>What the query names of files and units.</summary>
internal static class NameFeatures
{
    /// <summary>Reads the features of one file.</summary>
    public static void Read(QueryContext context, int file, int shown, Span<float> row)
    {
        ReadOnlySpan<int> fileName = context.Traits.FileNameTerms[file];
        ReadOnlySpan<int> own = context.Traits.OwnNameTerms[file];
        row[(int)RankFeature.FileNameShare] = context.Terms.Share(own);
        row[(int)RankFeature.FileNameCover] = context.Terms.Cover(fileName);
        float named = 0, all = context.Traits.OwnNameRarity[file];
        foreach (int term in own)
        {
            // Rarity takes a logarithm, and few names have a word of the query.
            float share = context.Terms.Names(term);
            named += share > 0 ? context.Traits.Lexical.Idf(term) * share : 0;
        }

        row[(int)RankFeature.FileNameRareShare] = all > 0 ? named / all : 0;
        row[(int)RankFeature.UnitNameCover] = context.Terms.Cover(context.Traits.UnitNameTerms[shown]);
    }
}
