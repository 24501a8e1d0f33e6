namespace StructIndex;

/// <summary>
/// Sums the word vectors of fields. Over the distinct tokens of a field, w = (1 + ln occurrences) x piece weight; all w divided by the square
/// root of the sum of their squares; the field adds weight x the sum of w x row. Holds scratch space: one thread at a time.
/// </summary>
internal sealed unsafe class FieldPooler(StaticEmbeddingModel model)
{
    /// <summary>Most tokens of a field.</summary>
    public const int MaxTokens = 300;

    // Words outside the vocabulary get ids past its rows and are split once; the table is emptied between fields when it is full.
    private const int MaxUnknown = 8192;
    private static readonly float[] OnePlusLog = [.. Enumerable.Range(0, MaxTokens + 1).Select(n => n == 0 ? 0f : (float)(1 + Math.Log(n)))];

    private readonly Token[] _tokens = new Token[MaxTokens];
    private readonly Dictionary<Token, int> _unknown = [];
    private readonly List<int[]> _pieces = [];
    private readonly ushort[] _entryOf = new ushort[model.Vocabulary.Count + MaxUnknown];
    private readonly int[] _ids = new int[MaxTokens];
    private readonly int[] _occurrences = new int[MaxTokens];
    private int _tokenCount;

    /// <summary>Reads the first <paramref name="most"/> tokens of a text, leaving out the given ones.</summary>
    public void TakeFirst(ReadOnlySpan<char> text, int most, HashSet<Token>? without = null)
    {
        CodeTokenizer reader = new(text);
        while (_tokenCount < most && reader.Read(out Token token))
        {
            if (without is null || !without.Contains(token))
            {
                _tokens[_tokenCount++] = token;
            }
        }
    }

    /// <summary>Reads the last <paramref name="most"/> tokens of a text, leaving out the given ones and, where asked, numbers.</summary>
    public void TakeLast(ReadOnlySpan<char> text, int most, HashSet<Token>? without = null, bool numbers = true)
    {
        CodeTokenizer reader = new(text);
        while (reader.Read(out Token token))
        {
            if ((without is not null && without.Contains(token)) || (!numbers && token.IsNumber))
            {
                continue;
            }

            if (_tokenCount == MaxTokens)
            {
                KeepLast(most);
            }

            _tokens[_tokenCount++] = token;
        }

        KeepLast(most);
    }

    /// <summary>Adds the field made of the tokens taken since the last call.</summary>
    /// <param name="weight">The field's weight.</param>
    /// <param name="sum">Where to add; as long as the model has dimensions.</param>
    public void AddField(float weight, Span<float> sum)
    {
        int entries = CountDistinct();
        double squares = 0;
        for (int i = 0; i < entries; i++)
        {
            // k pieces of weight 1/sqrt(k) have squares that add up to one again.
            bool has = _ids[i] < model.Vocabulary.Count || PiecesOf(_ids[i]).Length > 0;
            double w = OnePlusLog[_occurrences[i]];
            squares += has ? w * w : 0;
        }

        if (squares > 0)
        {
            float scale = weight / (float)Math.Sqrt(squares);
            fixed (float* to = sum)
            {
                for (int i = 0; i < entries; i++)
                {
                    AddToken(_ids[i], scale * OnePlusLog[_occurrences[i]], to);
                }
            }
        }
    }

    /// <summary>The tokens taken since the last field, for tests.</summary>
    internal string[] Tokens() => [.. _tokens.Take(_tokenCount).Select(t => t.ToString())];

    private int[] PiecesOf(int id) => _pieces[id - model.Vocabulary.Count];

    private void AddToken(int id, float w, float* sum)
    {
        if (id < model.Vocabulary.Count)
        {
            model.AddRow(id, w, sum);
            return;
        }

        int[] pieces = PiecesOf(id);
        float each = w / MathF.Sqrt(pieces.Length);
        foreach (int row in pieces)
        {
            model.AddRow(row, each, sum);
        }
    }

    private int CountDistinct()
    {
        if (_pieces.Count + MaxTokens > MaxUnknown)
        {
            _pieces.Clear();
            _unknown.Clear();
        }

        int entries = 0;
        for (int i = 0; i < _tokenCount; i++)
        {
            int row = model.Vocabulary.Find(_tokens[i]);
            int id = row >= 0 ? row : IdOfUnknown(_tokens[i]);
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

        _tokenCount = 0;
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

    private void KeepLast(int most)
    {
        if (_tokenCount > most)
        {
            Array.Copy(_tokens, _tokenCount - most, _tokens, 0, most);
            _tokenCount = most;
        }
    }
}
