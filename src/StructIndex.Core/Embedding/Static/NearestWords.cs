using System.Buffers;
using System.Collections.Concurrent;

namespace StructIndex;

/// <summary>Finds the nearest vocabulary words of a word by a scan over the table, once per word. Thread-safe.</summary>
internal sealed unsafe class NearestWords
{
    private const int MaxNeighbours = 5;
    private const double MinCosine = .5;
    private const float NearlyMinCosine = .499f;

    // Vectors of words that training saw less often lie near words that they have nothing to do with.
    private const uint MinCount = 100;

    private readonly StaticEmbeddingModel _model;
    private readonly int _rows;
    private readonly float[] _inverses;
    private readonly ConcurrentDictionary<int, WordNeighbour[]> _found = new();

    public NearestWords(StaticEmbeddingModel model)
    {
        _model = model;

        // Rows come by falling count, so the words that are frequent enough are the first ones.
        while (_rows < model.Vocabulary.Count && model.Vocabulary.CountOf(_rows) >= MinCount)
        {
            _rows++;
        }

        _inverses = Array.ConvertAll(model.RowLengths[.._rows], length => length > 0 ? 1 / length : 0);
    }

    /// <summary>The neighbours of a row; none for -1 and for rare words.</summary>
    public WordNeighbour[] Of(int row) =>
        row < 0 || row >= _rows ? [] : _found.GetOrAdd(row, static (r, self) => self.Scan(r), this);

    private WordNeighbour[] Scan(int row)
    {
        short[] query = new short[_model.Dimensions];
        float[] lengths = _model.RowLengths;
        _model.Widen(row, query);
        PriorityQueue<int, (double Cosine, int Later)> nearest = new();
        float[] cosines = ArrayPool<float>.Shared.Rent(_rows);
        fixed (short* at = query)
        fixed (float* inverses = _inverses, scores = cosines)
        {
            VectorKernels.DotRows(_model.RowAt(0), _rows, at, query.Length, _inverses[row], inverses, scores);
            for (int other = 0; other < _rows; other++)
            {
                // Few come near, and only those are computed as finely as they are compared.
                double cosine = scores[other] < NearlyMinCosine ? 0 : VectorKernels.Dot(_model.RowAt(other), at, query.Length) / ((double)lengths[row] * lengths[other]);
                if (other != row && cosine >= MinCosine && !IsNumber(other))
                {
                    nearest.Enqueue(other, (cosine, -other));
                    if (nearest.Count > MaxNeighbours)
                    {
                        nearest.Dequeue();
                    }
                }
            }
        }

        ArrayPool<float>.Shared.Return(cosines);
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
}
