namespace StructIndex;

/// <summary>
/// Sums the word vectors of fields. Over the distinct tokens of a field, w = (1 + ln occurrences) x piece weight; all w divided by the
/// square root of the sum of their squares; the field adds weight x the sum of w x row. Holds scratch space: one thread at a time.
/// </summary>
internal sealed unsafe class FieldPooler(StaticEmbeddingModel model)
{
    // Words outside the vocabulary get ids past its rows and are split once; the table is emptied between fields when it is full.
    private const int MaxUnknown = 8192;
    private static readonly float[] s_onePlusLog = [.. Enumerable.Range(0, FieldTokens.MaxTokens + 1).Select(n => n == 0 ? 0f : (float)(1 + Math.Log(n)))];

    private readonly Dictionary<Token, int> _unknown = [];
    private readonly List<int[]> _pieces = [];
    private readonly ushort[] _entryOf = new ushort[model.Vocabulary.Count + MaxUnknown];
    private readonly int[] _ids = new int[FieldTokens.MaxTokens];
    private readonly int[] _occurrences = new int[FieldTokens.MaxTokens];

    /// <summary>The words of the next field.</summary>
    public FieldTokens Words { get; } = new(model.TokenizerVersion);

    /// <summary>Adds the field made of the tokens taken since the last call.</summary>
    /// <param name="field">The field.</param>
    /// <param name="weight">Its weight.</param>
    /// <param name="sum">Where to add; as long as the model has dimensions.</param>
    public void AddField(UnitField field, float weight, Span<float> sum)
    {
        int entries = CountDistinct();
        double squares = 0;
        for (int i = 0; i < entries; i++)
        {
            // k pieces of weight 1/sqrt(k) have squares that add up to one again.
            bool has = _ids[i] < model.Vocabulary.Count || PiecesOf(_ids[i]).Length > 0;
            double w = s_onePlusLog[_occurrences[i]];
            squares += has ? w * w : 0;
        }

        if (squares > 0)
        {
            float scale = weight / (float)Math.Sqrt(squares);
            fixed (float* to = sum)
            {
                for (int i = 0; i < entries; i++)
                {
                    AddToken(_ids[i], field, scale * s_onePlusLog[_occurrences[i]], to);
                }
            }
        }
    }

    /// <summary>Adds the rows of the tokens taken since the last call: of a word outside the vocabulary, those of its pieces.</summary>
    /// <param name="rows">Where to add.</param>
    public void AddRows(HashSet<int> rows)
    {
        int entries = CountDistinct();
        for (int i = 0; i < entries; i++)
        {
            if (_ids[i] < model.Vocabulary.Count)
            {
                rows.Add(_ids[i]);
            }
            else
            {
                rows.UnionWith(PiecesOf(_ids[i]));
            }
        }
    }

    private int[] PiecesOf(int id) => _pieces[id - model.Vocabulary.Count];

    private void AddToken(int id, UnitField field, float w, float* sum)
    {
        if (id < model.Vocabulary.Count)
        {
            model.AddRow(id, field, w, sum);
            return;
        }

        int[] pieces = PiecesOf(id);
        float each = w / MathF.Sqrt(pieces.Length);
        foreach (int row in pieces)
        {
            model.AddRow(row, field, each, sum);
        }
    }

    private int CountDistinct()
    {
        if (_pieces.Count + FieldTokens.MaxTokens > MaxUnknown)
        {
            _pieces.Clear();
            _unknown.Clear();
        }

        int entries = 0;
        foreach (ref readonly Token token in Words.Words)
        {
            int row = model.Vocabulary.Find(token);
            int id = row >= 0 ? row : IdOfUnknown(token);
            ref ushort entry = ref _entryOf[id];
            if (entry == 0)
            {
                _ids[entries] = id;
                _occurrences[entries] = 1;
                entry = (ushort)++entries;
            }
            else
            {
                _occurrences[entry - 1]++;
            }
        }

        for (int i = 0; i < entries; i++)
        {
            _entryOf[_ids[i]] = 0;
        }

        Words.Clear();
        return entries;
    }

    private int IdOfUnknown(in Token token)
    {
        if (!_unknown.TryGetValue(token, out int id))
        {
            Span<byte> word = stackalloc byte[Token.MaxLength];
            id = model.Vocabulary.Count + _pieces.Count;
            _pieces.Add(model.Segmenter.Segment(word[..token.CopyTo(word)]));
            _unknown.Add(token, id);
        }

        return id;
    }
}
