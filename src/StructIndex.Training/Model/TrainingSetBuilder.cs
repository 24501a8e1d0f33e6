namespace StructIndex;

/// <summary>Turns a corpus into rows of a vocabulary.</summary>
internal static class TrainingSetBuilder
{
    /// <summary>
    /// Counts of documentation stand for three of code: queries are short, and a word of theirs without a vector is lost.
    /// </summary>
    private const uint DocumentationCounts = 3;

    /// <summary>The most counted words.</summary>
    /// <exception cref="StructIndexException">The corpus holds no word often enough.</exception>
    public static Vocabulary ChooseWords(CorpusReader corpus, int most, int minOccurrences)
    {
        (Token Token, uint Count)[] chosen = [.. corpus.Words
            .Select(w => (w.Token, Count: w.InCode + (DocumentationCounts * w.InDocumentation)))
            .Where(w => w.Count >= minOccurrences && Token.TryParse(w.Token.ToString()) is Token same && same.Equals(w.Token))
            .OrderByDescending(w => w.Count).ThenBy(w => w.Token.ToString(), StringComparer.Ordinal)
            .Take(most)];
        return chosen.Length == 0
            ? throw new StructIndexException($"No word of the corpus occurs {minOccurrences} times.")
            : new Vocabulary([.. chosen.Select(w => w.Token)], [.. chosen.Select(w => w.Count)]);
    }

    /// <summary>The pairs that <paramref name="wanted"/> accepts, with their words as rows.</summary>
    public static TrainingSet Build(CorpusReader corpus, Vocabulary vocabulary, Func<PairHead, bool> wanted, CancellationToken cancellationToken = default)
    {
        int[][] rowsOf = RowsOfWords(corpus, vocabulary);
        List<PairHead> heads = [];
        List<int> codeStarts = [], queryStarts = [];
        List<ushort> codeRows = [], queryRows = [];
        List<ushort> codeWeights = [];
        List<ulong> sentences = [];
        List<float> queryWeights = [];
        foreach (CorpusRecord record in corpus.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!wanted(record.Head))
            {
                continue;
            }

            heads.Add(record.Head);
            sentences.Add(HashOf(record.Words(TrainingSet.CodeFields)));
            for (int field = 0; field < TrainingSet.Fields; field++)
            {
                // The sixth field is the rest of the documentation, which the corpus has after the first sentence.
                codeStarts.Add(codeRows.Count);
                AddCode(record, field < TrainingSet.CodeFields ? field : CorpusFormat.Fields - 1, rowsOf, codeRows, codeWeights);
            }

            for (int part = 0; part < TrainingSet.QueryParts; part++)
            {
                queryStarts.Add(queryRows.Count);
                AddQuery(record, TrainingSet.CodeFields + part, rowsOf, queryRows, queryWeights);
            }
        }

        codeStarts.Add(codeRows.Count);
        queryStarts.Add(queryRows.Count);
        return new TrainingSet
        {
            Count = heads.Count,
            Heads = [.. heads],
            CodeStarts = [.. codeStarts],
            CodeRows = [.. codeRows],
            CodeWeights = [.. codeWeights],
            QueryStarts = [.. queryStarts],
            QueryRows = [.. queryRows],
            QueryWeights = [.. queryWeights],
            SentenceHashes = [.. sentences],
            Packages = [.. corpus.Packages.Select(p => p.Name)],
            Languages = corpus.Languages,
        };
    }

    /// <summary>The rows of a text's words, each once for every occurrence; of words outside the vocabulary their pieces.</summary>
    public static int[] RowsOf(string text, Vocabulary vocabulary)
    {
        WordSegmenter segmenter = new(vocabulary);
        List<int> rows = [];
        CodeTokenizer reader = new(text);
        while (reader.Read(out Token token))
        {
            rows.AddRange(RowsOf(token, vocabulary, segmenter));
        }

        return [.. rows];
    }

    // The words come in the order of their first occurrence.
    private static ulong HashOf(ReadOnlySpan<int> words)
    {
        ulong hash = 0;
        foreach (int word in words)
        {
            hash = new RandomStream(hash, (ulong)word).NextBits();
        }

        return hash;
    }

    private static int[][] RowsOfWords(CorpusReader corpus, Vocabulary vocabulary)
    {
        WordSegmenter segmenter = new(vocabulary);
        int[][] rows = new int[corpus.Words.Count][];
        Parallel.For(0, rows.Length, word => rows[word] = RowsOf(corpus.Words[word].Token, vocabulary, segmenter));
        return rows;
    }

    private static int[] RowsOf(Token token, Vocabulary vocabulary, WordSegmenter segmenter)
    {
        int row = vocabulary.Find(token);
        if (row >= 0)
        {
            return [row];
        }

        Span<byte> word = stackalloc byte[Token.MaxLength];
        return segmenter.Segment(word[..token.CopyTo(word)]);
    }

    // As in the finished model: (1 + ln occurrences) over the root of the words' squares; k pieces share a word by 1/sqrt(k) each.
    private static void AddCode(CorpusRecord record, int field, int[][] rowsOf, List<ushort> rows, List<ushort> weights)
    {
        ReadOnlySpan<int> words = record.Words(field), counts = record.Counts(field);
        double squares = 0;
        for (int i = 0; i < words.Length; i++)
        {
            double w = 1 + Math.Log(counts[i]);
            squares += rowsOf[words[i]].Length > 0 ? w * w : 0;
        }

        int start = rows.Count;
        double scale = squares > 0 ? TrainingSet.WeightUnit / Math.Sqrt(squares) : 0;
        for (int i = 0; i < words.Length; i++)
        {
            int[] pieces = rowsOf[words[i]];
            foreach (int row in pieces)
            {
                if (rows.Count - start < PairEmbedder.MaxEntries)
                {
                    rows.Add((ushort)row);
                    weights.Add((ushort)Math.Round(scale * (1 + Math.Log(counts[i])) / Math.Sqrt(pieces.Length)));
                }
            }
        }
    }

    private static void AddQuery(CorpusRecord record, int field, int[][] rowsOf, List<ushort> rows, List<float> weights)
    {
        ReadOnlySpan<int> words = record.Words(field), counts = record.Counts(field);
        for (int i = 0; i < words.Length; i++)
        {
            int[] pieces = rowsOf[words[i]];
            foreach (int row in pieces)
            {
                rows.Add((ushort)row);
                weights.Add((float)((1 + Math.Log(counts[i])) / Math.Sqrt(pieces.Length)));
            }
        }
    }
}
