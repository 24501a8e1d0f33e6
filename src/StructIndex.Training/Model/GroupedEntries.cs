namespace StructIndex;

/// <summary>
/// The words of a batch, grouped by word: for each, which rows of the gradient matrix it went into, with what weight. A counting sort.
/// </summary>
internal sealed class GroupedEntries(int rows)
{
    private readonly int[] _starts = new int[rows + 1];
    private readonly List<int> _touched = [];
    private int[] _sources = new int[1 << 16];
    private float[] _weights = new float[1 << 16];
    private byte[] _fields = new byte[1 << 16];

    /// <summary>The words that occur, ascending.</summary>
    public IReadOnlyList<int> Touched => _touched;

    public int[] Sources => _sources;

    public float[] Weights => _weights;

    /// <summary>The field of each entry; the query is the field after the last.</summary>
    public byte[] Fields => _fields;

    /// <summary>Where the entries of a word begin and end in <see cref="Sources"/> and <see cref="Weights"/>.</summary>
    public (int Start, int End) Of(int row) => (row == 0 ? 0 : _starts[row - 1], _starts[row]);

    public void Build(TrainingSet set, Batch batch, float[] fieldWeights)
    {
        Array.Clear(_starts);
        int total = 0;
        for (int i = 0; i < batch.Count; i++)
        {
            int pair = batch.Pairs[i] * TrainingSet.Fields;
            foreach (ushort row in set.CodeRows.AsSpan(set.CodeStarts[pair]..set.CodeStarts[pair + batch.FieldCounts[i]]))
            {
                _starts[row]++;
                total++;
            }

            foreach (int row in batch.QueryRows.AsSpan(i * QueryMaker.MaxEntries, batch.QueryCounts[i]))
            {
                _starts[row]++;
                total++;
            }
        }

        if (total > _sources.Length)
        {
            _sources = new int[total + (total / 4)];
            _weights = new float[total + (total / 4)];
            _fields = new byte[total + (total / 4)];
        }

        // Counts become starts; placing an entry moves its word's start on, so that in the end each is where the next word begins.
        _touched.Clear();
        int at = 0;
        for (int row = 0; row < _starts.Length; row++)
        {
            int count = _starts[row];
            if (count > 0)
            {
                _touched.Add(row);
            }

            _starts[row] = at;
            at += count;
        }

        // Field by field, so that the entries of a word stand together by field.
        for (int field = 0; field < TrainingSet.Fields; field++)
        {
            for (int i = 0; i < batch.Count; i++)
            {
                PlaceCode(set, batch, fieldWeights[field] / TrainingSet.WeightUnit, i, field);
            }
        }

        for (int i = 0; i < batch.Count; i++)
        {
            PlaceQuery(batch, i);
        }
    }

    private void PlaceCode(TrainingSet set, Batch batch, float weight, int i, int field)
    {
        int part = (batch.Pairs[i] * TrainingSet.Fields) + field;
        for (int e = set.CodeStarts[part]; field < batch.FieldCounts[i] && e < set.CodeStarts[part + 1]; e++)
        {
            int to = _starts[set.CodeRows[e]]++;
            _sources[to] = i;
            _weights[to] = weight * set.CodeWeights[e];
            _fields[to] = (byte)field;
        }
    }

    private void PlaceQuery(Batch batch, int i)
    {
        for (int e = i * QueryMaker.MaxEntries; e < (i * QueryMaker.MaxEntries) + batch.QueryCounts[i]; e++)
        {
            int to = _starts[batch.QueryRows[e]]++;
            _sources[to] = batch.Size + i;
            _weights[to] = batch.QueryWeights[e];
            _fields[to] = TrainingSet.Fields;
        }
    }
}
