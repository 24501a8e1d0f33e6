namespace StructIndex;

/// <summary>Cosines of a pool under a static model, finished or in training.</summary>
internal sealed unsafe class DensePool : IPoolScorer
{
    private readonly PairEmbedder _embedder;
    private readonly QueryMaker _queries;
    private readonly float[] _vectors;
    private readonly int _dimensions;
    private readonly int _count;

    public DensePool(TrainingSet set, ModelState state, QueryMaker queries, PairPool pool)
    {
        _embedder = new PairEmbedder(set, state);
        _queries = queries;
        _dimensions = state.Dimensions;
        _count = pool.Pairs.Length;
        _vectors = GC.AllocateUninitializedArray<float>(checked(_count * _dimensions), pinned: true);
        Parallel.For(0, _count, i =>
        {
            float* fields = stackalloc float[TrainingSet.Fields * _dimensions];
            fixed (float* vectors = _vectors)
            {
                _embedder.Code(pool.Pairs[i], TrainingSet.CodeFields, fields, vectors + ((nint)i * _dimensions));
            }
        });
    }

    public void Score(int query, Span<float> scores)
    {
        Span<int> rows = stackalloc int[QueryMaker.MaxEntries];
        Span<float> weights = stackalloc float[QueryMaker.MaxEntries];
        float* vector = stackalloc float[_dimensions];
        int count = _queries.MakeForEvaluation(query, rows, weights);
        _embedder.Query(rows[..count], weights[..count], vector);
        fixed (float* vectors = _vectors)
        {
            for (int i = 0; i < _count; i++)
            {
                scores[i] = RowKernels.Dot(vectors + ((nint)i * _dimensions), vector, _dimensions);
            }
        }
    }
}
