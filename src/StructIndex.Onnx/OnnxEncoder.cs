namespace StructIndex;

/// <summary>A model with its tokenizer: runs rows of tokens through the model. Safe to share between threads.</summary>
internal sealed class OnnxEncoder : IDisposable
{
    private static readonly string[] s_known = ["input_ids", "attention_mask", "token_type_ids", "position_ids"];
    private readonly OnnxSession _session;
    private readonly int _threads;

    /// <exception cref="OnnxModelException">
    /// The runtime is missing or refuses the model, or the model has inputs that are not known.
    /// </exception>
    /// <exception cref="TokenizerFormatException">The tokenizer cannot be read.</exception>
    public OnnxEncoder(HubFolder folder, OnnxRuntimeOptions options)
    {
        Tokenizer = HubTokenizer.Load(folder.TokenizerPath);
        PaddingId = folder.PaddingId ?? Tokenizer.IdOf("[PAD]") ?? Tokenizer.IdOf("<pad>") ?? 0;
        _threads = options.Threads;
        _session = OnnxSession.Load(folder.ModelPath, options);
        if (_session.Inputs.FirstOrDefault(input => !s_known.Contains(input.Name) && !input.IsPast) is { } odd)
        {
            _session.Dispose();
            throw new OnnxModelException(folder.ModelPath, $"The model {folder.ModelPath} needs the input {odd}, which is not supported; {string.Join(", ", s_known)} are.");
        }
    }

    public HubTokenizer Tokenizer { get; }

    public string ModelPath => _session.Path;

    public IReadOnlyList<OnnxTensorInfo> Outputs => _session.Outputs;

    public int PaddingId { get; }

    /// <summary>Runs rows of tokens in batches, several at a time.</summary>
    /// <param name="rows">The rows; none empty.</param>
    /// <param name="output">The output to compute.</param>
    /// <param name="take">Receives the indexes of the rows of a batch and the output for them; called from several threads.</param>
    /// <param name="cancellationToken">Stops the work within a batch.</param>
    public Task RunAsync(IReadOnlyList<IReadOnlyList<HubToken>> rows, string output, Action<int[], OnnxOutput> take, CancellationToken cancellationToken)
    {
        List<int[]> batches = TokenBatches.Of([.. rows.Select(row => row.Count)]);
        ParallelOptions options = new() { MaxDegreeOfParallelism = _threads, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(batches, options, (batch, token) =>
        {
            take(batch, Run([.. batch.Select(row => rows[row])], output, token));
            return ValueTask.CompletedTask;
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private OnnxOutput Run(IReadOnlyList<HubToken>[] rows, string output, CancellationToken cancellationToken)
    {
        int columns = rows.Max(row => row.Count);
        List<OnnxInput> inputs = [];
        foreach (OnnxTensorInfo input in _session.Inputs.Where(input => s_known.Contains(input.Name)))
        {
            long[] values = new long[rows.Length * columns];
            for (int r = 0; r < rows.Length; r++)
            {
                for (int c = 0; c < columns; c++)
                {
                    bool inside = c < rows[r].Count;
                    values[(r * columns) + c] = input.Name switch
                    {
                        "input_ids" => inside ? rows[r][c].Id : PaddingId,
                        "attention_mask" => inside ? 1 : 0,
                        "token_type_ids" => inside ? rows[r][c].TypeId : 0,
                        _ => inside ? c : 0,
                    };
                }
            }

            inputs.Add(new OnnxInput(input.Name, values));
        }

        return _session.Run(inputs, rows.Length, columns, output, cancellationToken);
    }
}
