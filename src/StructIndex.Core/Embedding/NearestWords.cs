using System.Collections.Concurrent;

namespace StructIndex;

/// <summary>Finds the nearest vocabulary words of a word by a scan over the table, once per word. Thread-safe.</summary>
internal sealed unsafe class NearestWords
{
    private const int Most = 5;
    private const double MinCosine = .5;

    // Vectors of words that training saw less often lie near words that they have nothing to do with.
    private const uint MinCount = 100;

    private readonly StaticEmbeddingModel _model;
    private readonly float[] _lengths;
    private readonly ConcurrentDictionary<int, WordNeighbour[]> _found = new();

    public NearestWords(StaticEmbeddingModel model)
    {
        _model = model;

        // Rows come by falling count, so the words that are frequent enough are the first ones.
        int rows = 0;
        while (rows < model.Vocabulary.Count && model.Vocabulary.CountOf(rows) >= MinCount)
        {
            rows++;
        }

        _lengths = new float[rows];
        short[] wide = new short[model.Dimensions];
        for (int row = 0; row < rows; row++)
        {
            Widen(row, wide);
            fixed (short* at = wide)
            {
                _lengths[row] = MathF.Sqrt(VectorKernels.Dot(model.RowAt(row), at, wide.Length));
            }
        }
    }

    /// <summary>The neighbours of a row; none for -1 and for rare words.</summary>
    public WordNeighbour[] Of(int row) =>
        row < 0 || row >= _lengths.Length ? [] : _found.GetOrAdd(row, static (r, self) => self.Scan(r), this);

    private WordNeighbour[] Scan(int row)
    {
        short[] query = new short[_model.Dimensions];
        Widen(row, query);
        PriorityQueue<int, (double Cosine, int Later)> nearest = new();
        fixed (short* at = query)
        {
            for (int other = 0; other < _lengths.Length; other++)
            {
                double cosine = VectorKernels.Dot(_model.RowAt(other), at, query.Length) / ((double)_lengths[row] * _lengths[other]);
                if (other != row && cosine >= MinCosine && !IsNumber(other))
                {
                    nearest.Enqueue(other, (cosine, -other));
                    if (nearest.Count > Most)
                    {
                        nearest.Dequeue();
                    }
                }
            }
        }

        List<WordNeighbour> found = [];
        while (nearest.TryDequeue(out int other, out (double Cosine, int Later) key))
        {
            double cosine = Math.Min(key.Cosine, 1);
            found.Add(new WordNeighbour(_model.Vocabulary.Word(other).ToString(), (float)(cosine * cosine)));
        }

        found.Reverse();
        return [.. found];
    }

    private bool IsNumber(int row) => _model.Vocabulary.Word(row).IsNumber;

    private void Widen(int row, short[] wide)
    {
        sbyte* values = _model.RowAt(row);
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = values[i];
        }
    }
}
