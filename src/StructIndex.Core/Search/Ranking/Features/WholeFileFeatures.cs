namespace StructIndex;

/// <summary>What whole files, their names and their folders hold of the query's own words, without words near to them.</summary>
internal sealed class WholeFileFeatures
{
    private readonly QueryContext _context;
    private readonly LexicalIndex _index;
    private readonly LexicalQuery _words;
    private readonly float[] _plain;
    private readonly (int Term, float Idf)[] _symbols;

    /// <summary>Scores all files.</summary>
    public WholeFileFeatures(QueryContext context)
    {
        (_context, _index) = (context, context.Traits.Lexical);
        _words = context.Words.OwnWords(_index, RequestWords.Contains);
        _plain = new float[context.Contents.FileCount];
        _index.Score(_words.Words, _plain);
        _symbols = [.. context.Query.Tokens.Where(token => token.IsWhole).Select(token => _index.Terms.IndexOf(token.Text)).Where(term => term >= 0).Distinct().Select(term => (term, _index.Idf(term)))];
    }

    /// <summary>The files that hold most of the words, best first.</summary>
    public IEnumerable<int> Best(int limit)
    {
        float[] scores = new float[limit];
        int[] files = new int[limit];
        int count = LargestScores.Find(_plain, scores, files);
        return files.Take(count).Where((_, at) => scores[at] > 0);
    }

    /// <summary>Reads the features of all files of a table.</summary>
    public void Read(FeatureTable table)
    {
        float best = Math.Max(LargestScores.First(_plain), 1e-6f), ofSymbols = _symbols.Sum(symbol => symbol.Idf);
        int[] files = [.. table.Files], rows = [.. Enumerable.Range(0, files.Length)];
        Array.Sort(files, rows);
        float[] rare = _words.Coverage(_index, files, [.. _words.Words.Select(word => word.Idf * word.Idf)]);
        for (int i = 0; i < files.Length; i++)
        {
            int file = files[i];
            Span<float> row = table.Row(rows[i]);
            row[(int)RankFeature.PlainWhole] = _plain[file] / best;
            row[(int)RankFeature.RareHeld] = rare[i];
            row[(int)RankFeature.SymbolsHeld] = ofSymbols > 0 ? _symbols.Sum(symbol => _index.Impact(symbol.Term, file) > 0 ? symbol.Idf : 0) / ofSymbols : 0;
            row[(int)RankFeature.FileNameUnique] = Unique(file);
            row[(int)RankFeature.FolderCover] = _context.Terms.Cover(_context.Traits.FolderTerms[file]);
            row[(int)RankFeature.Size] = MathF.Log(1 + _context.Contents.FileStarts[file + 1] - _context.Contents.FileStarts[file]);
        }

        ReadPlaces(table, RankFeature.DenseFile, RankFeature.PlaceDense);
        ReadPlaces(table, RankFeature.LexicalFile, RankFeature.PlaceLexical);
        ReadPlaces(table, RankFeature.PlainWhole, RankFeature.PlacePlain);
    }

    private float Unique(int file)
    {
        float most = 0;
        foreach (int term in _context.Traits.FileNameTerms[file])
        {
            float named = _context.Terms.Names(term);
            most = named > 0 ? Math.Max(most, named / _context.Traits.FilesNamed[term]) : most;
        }

        return most;
    }

    private static void ReadPlaces(FeatureTable table, RankFeature of, RankFeature place)
    {
        float[] scores = new float[table.Files.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = table.Row(i)[(int)of];
        }

        int[] order = LargestScores.Order(scores);
        for (int i = 0, shared = 0; i < order.Length; i++)
        {
            // Equals share a place, and what has no score has none.
            shared = i > 0 && scores[order[i]] == scores[order[i - 1]] ? shared : i;
            table.Row(order[i])[(int)place] = scores[order[i]] > 0 ? 1f / (1 + shared) : 0;
        }
    }
}
