namespace StructIndex;

/// <summary>
/// Scores pairs of query and text with a cross-encoder of the hub, which reads both at once: slower by far than comparing vectors, so for the first
/// hits of a search alone. Safe to share between threads.
/// </summary>
public sealed class OnnxReranker : IReranker, IDisposable
{
    private readonly OnnxEncoder _encoder;
    private readonly OnnxTensorInfo _output;
    private readonly int _maxTokens;

    private OnnxReranker(HubFolder folder, OnnxEncoder encoder, int? maxTokens)
    {
        _encoder = encoder;
        _maxTokens = maxTokens ?? folder.MaxTokens(encoder.Tokenizer);
        _output = encoder.Outputs.FirstOrDefault(output => output.Shape.Length == 2 && output.Shape[1] is 1 or 2 && output.ElementType is OrtApi.Float32 or OrtApi.Float16)
            ?? throw new OnnxRuntimeException($"The model {folder.ModelPath} is no cross-encoder: it has the outputs {string.Join(", ", encoder.Outputs)}, and one or two numbers a pair are wanted.");
    }

    /// <summary>Loads a cross-encoder.</summary>
    /// <param name="folder">A folder as downloaded from the hub: a model with one number a pair (or two, for no and yes), <c>tokenizer.json</c>, <c>config.json</c>.</param>
    /// <param name="weights">Which of the models of the folder to run.</param>
    /// <param name="maxTokens">Most tokens of a pair; null for what the folder says. The longer text is cut first.</param>
    /// <param name="runtime">Which ONNX Runtime, and how many threads; null for the defaults.</param>
    /// <exception cref="ModelFolderException">A file is missing or damaged.</exception>
    /// <exception cref="TokenizerFormatException">The tokenizer has a component that is not supported, which is named.</exception>
    /// <exception cref="OnnxRuntimeException">There is no runtime, it refuses the model, or the model is no cross-encoder.</exception>
    public static OnnxReranker Load(string folder, OnnxWeights weights = OnnxWeights.Default, int? maxTokens = null, OnnxRuntimeOptions? runtime = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        HubFolder files = new(folder, weights, null);
        OnnxEncoder encoder = new(files, runtime ?? new OnnxRuntimeOptions());
        try
        {
            return new OnnxReranker(files, encoder, maxTokens);
        }
        catch
        {
            encoder.Dispose();
            throw;
        }
    }

    /// <summary>Scores texts against a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="cancellationToken">Stops the work, also within a batch.</param>
    /// <returns>The model's logit for each text (of two numbers, yes less no), greater for better.</returns>
    public async ValueTask<IReadOnlyList<float>> ScoreAsync(string query, IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(texts);
        HubEncodeOptions options = new() { MaxTokens = _maxTokens };
        float[] scores = new float[texts.Count];
        await _encoder.RunAsync([.. texts.Select(text => _encoder.Tokenizer.Encode(query, text, options))], _output.Name, (batch, output) =>
        {
            for (int i = 0; i < batch.Length; i++)
            {
                scores[batch[i]] = output.Shape[1] == 1 ? output.Values[i] : output.Values[(2 * i) + 1] - output.Values[2 * i];
            }
        }, cancellationToken).ConfigureAwait(false);
        return scores;
    }

    /// <summary>Frees the model. Calls under way end first.</summary>
    public void Dispose() => _encoder.Dispose();
}
