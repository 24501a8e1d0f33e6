using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>
/// One step of training: symmetric InfoNCE over a batch (van den Oord and others, 2018; both directions as in CLIP), its gradient by the
/// words, field weights and scalars, and Adagrad's step. Every sum has a fixed order, so the result does not depend on the number of
/// threads.
/// </summary>
internal sealed unsafe class PairTrainer
{
    private const int RowsOfABlock = 32;
    private const int WordsOfABlock = 64;
    private const float Epsilon = 1e-3f;

    private readonly TrainingSet _set;
    private readonly ModelState _state;
    private readonly TrainingOptions _options;
    private readonly PairEmbedder _embedder;
    private readonly QueryMaker _queries;
    private readonly ParallelOptions _parallel;
    private readonly Batch _batch;
    private readonly GroupedEntries _entries;
    private readonly float _temperature;
    private readonly float[] _columnParts;

    public PairTrainer(TrainingSet set, ModelState state, QueryMaker queries, TrainingOptions options)
    {
        _set = set;
        _state = state;
        _options = options;
        _queries = queries;
        _embedder = new PairEmbedder(set, state);
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        _batch = new Batch(options.BatchSize, options.Dimensions);
        _entries = new GroupedEntries(state.Rows);
        _temperature = (float)options.Temperature;
        _columnParts = new float[(options.BatchSize + RowsOfABlock - 1) / RowsOfABlock * options.BatchSize];
    }

    /// <summary>Learns from a batch and gives its mean loss.</summary>
    /// <param name="pairs">The pairs; at most the batch size.</param>
    /// <param name="epoch">Which pass this is, for the random choices.</param>
    /// <param name="place">Place of the first pair in the order of the epoch, likewise.</param>
    /// <param name="decay">What the learning rates are multiplied by.</param>
    public double Step(ReadOnlySpan<int> pairs, int epoch, int place, double decay)
    {
        pairs.CopyTo(_batch.Pairs);
        _batch.Count = pairs.Length;
        int blocks = (pairs.Length + RowsOfABlock - 1) / RowsOfABlock;
        Parallel.For(0, blocks, _parallel, block => Forward(block, epoch, place));
        Transpose();

        // Grouping the words needs no scores, so one thread does it while the others multiply.
        Parallel.For(0, blocks + 1, _parallel, item =>
        {
            if (item == 0)
            {
                _entries.Build(_set, _batch, _state.FieldWeights);
            }
            else
            {
                Exponentials(item - 1);
            }
        });
        Mask();
        SumRowsAndColumns(blocks);
        Parallel.For(0, blocks, _parallel, QueryGradients);
        Parallel.For(0, blocks, _parallel, CodeGradients);
        float rate = (float)(_options.LearningRate * decay), scalarRate = (float)(_options.ScalarLearningRate * decay);
        int words = _entries.Touched.Count;
        Parallel.For(0, (words + WordsOfABlock - 1) / WordsOfABlock, _parallel, block => UpdateWords(block * WordsOfABlock, Math.Min((block + 1) * WordsOfABlock, words), rate, scalarRate));
        UpdateFields(scalarRate);
        _state.Step++;
        return _batch.Losses.AsSpan(0, pairs.Length).ToArray().Sum() / pairs.Length;
    }

    private void Forward(int block, int epoch, int place)
    {
        int dimensions = _state.Dimensions;
        fixed (float* code = _batch.Code, query = _batch.Query, fields = _batch.FieldVectors)
        {
            int end = Math.Min((block + 1) * RowsOfABlock, _batch.Padded);
            for (int i = block * RowsOfABlock; i < end; i++)
            {
                if (i >= _batch.Count)
                {
                    new Span<float>(code + ((nint)i * dimensions), dimensions).Clear();
                    continue;
                }

                int pair = _batch.Pairs[i];
                RandomStream random = new(((ulong)_options.Seed << 32) + (ulong)epoch, (ulong)(place + i));
                Span<int> rows = _batch.QueryRows.AsSpan(i * QueryMaker.MaxEntries, QueryMaker.MaxEntries);
                Span<float> weights = _batch.QueryWeights.AsSpan(i * QueryMaker.MaxEntries, QueryMaker.MaxEntries);
                int count = _queries.Make(pair, ref random, rows, weights, out bool sentenceAlone);
                _batch.QueryCounts[i] = count;
                _batch.QueryLengths[i] = _embedder.Query(rows[..count], weights[..count], query + ((nint)i * dimensions));
                bool documented = sentenceAlone && random.NextDouble() < _options.DocumentationProbability;
                _batch.FieldCounts[i] = documented ? TrainingSet.Fields : TrainingSet.CodeFields;
                _batch.CodeLengths[i] = _embedder.Code(
                    pair, _batch.FieldCounts[i], fields + ((nint)i * TrainingSet.Fields * dimensions), code + ((nint)i * dimensions));
            }
        }
    }

    private void Transpose()
    {
        int dimensions = _state.Dimensions;
        Parallel.For(0, dimensions / RowKernels.Block, _parallel, block =>
        {
            fixed (float* code = _batch.Code, transposed = _batch.CodeTransposed)
            {
                MatrixKernels.Transpose(code, transposed, _batch.Padded, dimensions, block * RowKernels.Block, (block + 1) * RowKernels.Block);
            }
        });
    }

    // Scores are cosines, so exp((s - 1) / temperature) neither overflows nor needs the largest score of a row.
    private void Exponentials(int block)
    {
        int from = block * RowsOfABlock, to = Math.Min(from + RowsOfABlock, _batch.Count), columns = _batch.Padded;
        float* scratch = stackalloc float[MatrixKernels.ScratchFloats];
        fixed (float* query = _batch.Query, transposed = _batch.CodeTransposed, scores = _batch.Scores)
        {
            MatrixKernels.Multiply(query, _state.Dimensions, 1, transposed, scores, from, to, _state.Dimensions, columns, scratch);
            for (int row = from; row < to; row++)
            {
                Span<float> x = new(scores + ((nint)row * columns), columns);
                TensorPrimitives.Subtract(x, 1f, x);
                TensorPrimitives.Multiply(x, 1 / _temperature, x);
                TensorPrimitives.Exp(x, x);
                x[_batch.Count..].Clear();
            }
        }
    }

    /// <summary>
    /// Takes out the negatives that are none: pairs with the same documentation, the same first sentence of it, or the same code.
    /// </summary>
    private void Mask()
    {
        int columns = _batch.Padded;
        foreach (Func<int, ulong> key in (ReadOnlySpan<Func<int, ulong>>)[p => _set.Heads[p].QueryHash, p => _set.SentenceHashes[p], p => _set.Heads[p].BodyHash])
        {
            foreach (IGrouping<ulong, int> same in Enumerable.Range(0, _batch.Count).GroupBy(i => key(_batch.Pairs[i])).Where(g => g.Skip(1).Any()))
            {
                int[] members = [.. same];
                foreach (int i in members)
                {
                    foreach (int j in members)
                    {
                        _batch.Scores[(i * columns) + j] *= i == j ? 1 : 0;
                    }
                }
            }
        }
    }

    private void SumRowsAndColumns(int blocks)
    {
        int columns = _batch.Padded;
        Parallel.For(0, blocks, _parallel, block =>
        {
            Span<float> part = _columnParts.AsSpan(block * _batch.Size, columns);
            part.Clear();
            for (int row = block * RowsOfABlock; row < Math.Min((block + 1) * RowsOfABlock, _batch.Count); row++)
            {
                ReadOnlySpan<float> x = _batch.Scores.AsSpan(row * columns, columns);
                _batch.RowSums[row] = TensorPrimitives.Sum(x);
                TensorPrimitives.Add(part, x, part);
            }
        });
        Span<float> sums = _batch.ColumnSums.AsSpan(0, columns);
        sums.Clear();
        for (int block = 0; block < blocks; block++)
        {
            TensorPrimitives.Add(sums, _columnParts.AsSpan(block * _batch.Size, columns), sums);
        }

        for (int i = 0; i < _batch.Count; i++)
        {
            double own = Math.Max(_batch.Scores[(i * columns) + i], float.Epsilon);
            _batch.Losses[i] = -.5 * (Math.Log(own / _batch.RowSums[i]) + Math.Log(own / _batch.ColumnSums[i]));
            _batch.ColumnSums[i] = .5f / (_temperature * Math.Max(_batch.ColumnSums[i], float.Epsilon));
        }
    }

    // dLoss/dScore(i, j) = ((x(i, j) / row sum(i) + x(i, j) / column sum(j)) / 2 - (i = j)) / temperature.
    private void QueryGradients(int block)
    {
        int from = block * RowsOfABlock, to = Math.Min(from + RowsOfABlock, _batch.Count), columns = _batch.Padded, dimensions = _state.Dimensions;
        float* scratch = stackalloc float[MatrixKernels.ScratchFloats];
        Span<float> factors = stackalloc float[columns];
        ReadOnlySpan<float> columnFactors = _batch.ColumnSums.AsSpan(0, columns);
        fixed (float* scores = _batch.Scores, code = _batch.Code, query = _batch.Query, gradients = _batch.Gradients)
        {
            for (int row = from; row < to; row++)
            {
                Span<float> x = new(scores + ((nint)row * columns), columns);
                TensorPrimitives.Add(columnFactors, .5f / (_temperature * Math.Max(_batch.RowSums[row], float.Epsilon)), factors);
                TensorPrimitives.Multiply(x, factors, x);
                x[row] -= 1 / _temperature;
            }

            float* own = gradients + ((nint)_batch.Size * dimensions);
            MatrixKernels.Multiply(scores, columns, 1, code, own, from, to, columns, dimensions, scratch);
            for (int row = from; row < to; row++)
            {
                RowKernels.BackThroughNormalize(own + ((nint)row * dimensions), query + ((nint)row * dimensions), _batch.QueryLengths[row], dimensions);
            }
        }
    }

    private void CodeGradients(int block)
    {
        int from = block * RowsOfABlock, to = Math.Min(from + RowsOfABlock, _batch.Count), dimensions = _state.Dimensions;
        float* scratch = stackalloc float[MatrixKernels.ScratchFloats];
        fixed (float* scores = _batch.Scores, code = _batch.Code, query = _batch.Query, gradients = _batch.Gradients, fields = _batch.FieldVectors)
        {
            MatrixKernels.Multiply(scores, 1, _batch.Padded, query, gradients, from, to, _batch.Count, dimensions, scratch);
            for (int row = from; row < to; row++)
            {
                float* gradient = gradients + ((nint)row * dimensions);
                RowKernels.BackThroughNormalize(gradient, code + ((nint)row * dimensions), _batch.CodeLengths[row], dimensions);
                for (int field = 0; field < TrainingSet.Fields; field++)
                {
                    int at = (row * TrainingSet.Fields) + field;
                    _batch.FieldGradients[at] = RowKernels.Dot(fields + ((nint)at * dimensions), gradient, dimensions);
                }
            }
        }
    }

    // The entries of a word with one scalar are summed together, and scaled afterwards.
    private void UpdateWords(int from, int to, float rate, float scalarRate)
    {
        int dimensions = _state.Dimensions;
        float* part = stackalloc float[dimensions], gradient = stackalloc float[dimensions];
        fixed (float* table = _state.Table, squares = _state.TableSquares, gradients = _batch.Gradients, weights = _entries.Weights)
        fixed (int* sources = _entries.Sources)
        {
            for (int i = from; i < to; i++)
            {
                int row = _entries.Touched[i];
                (int start, int end) = _entries.Of(row);
                float* values = table + ((nint)row * dimensions);
                new Span<float>(gradient, dimensions).Clear();
                while (start < end)
                {
                    int scalar = _state.ScalarAt(_entries.Fields[start], row), last = start + 1;
                    while (last < end && _state.ScalarAt(_entries.Fields[last], row) == scalar)
                    {
                        last++;
                    }

                    RowKernels.Sum(gradients, dimensions, sources + start, weights + start, last - start, part);
                    RowKernels.Add(gradient, part, _state.Scalars[scalar], dimensions);
                    float scalarGradient = RowKernels.Dot(values, part, dimensions);
                    RowKernels.Adagrad(ref _state.Scalars[scalar], ref _state.ScalarSquares[scalar], scalarGradient, scalarRate, Epsilon);
                    start = last;
                }

                RowKernels.Adagrad(values, squares + ((nint)row * dimensions), gradient, rate, Epsilon, dimensions);
            }
        }
    }

    private void UpdateFields(float rate)
    {
        for (int field = 0; field < TrainingSet.Fields; field++)
        {
            float gradient = 0;
            for (int i = 0; i < _batch.Count; i++)
            {
                gradient += _batch.FieldGradients[(i * TrainingSet.Fields) + field];
            }

            RowKernels.Adagrad(ref _state.FieldWeights[field], ref _state.FieldSquares[field], gradient, rate, Epsilon);
        }
    }
}
