namespace StructIndex;

/// <summary>
/// Scores pairs of query and text with a cross-encoder of the Hugging Face hub, which reads both at once: much slower than comparing
/// vectors, so meant for the first hits of a search. Safe to share between threads.
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
        _output = encoder.Outputs.FirstOrDefault(output => output.Shape.Length == 2 && output.Shape[1] is 1 or 2 && output.IsFloat)
            ?? throw new OnnxModelException(folder.ModelPath, $"The model {folder.ModelPath} is no cross-encoder: it has the outputs {string.Join(", ", encoder.Outputs)}, and one or two numbers for a pair are needed.");
    }

    /// <summary>Loads a cross-encoder.</summary>
    /// <param name="folder">
    /// A folder as downloaded from the hub: a model with one number a pair (or two, for no and yes), <c>tokenizer.json</c>,
    /// <c>config.json</c>.
    /// </param>
    /// <param name="weights">Which of the models of the folder to run.</param>
    /// <param name="maxTokens">
    /// The largest number of tokens of a pair; null for the limit that the folder names. The longer text is cut first.
    /// </param>
    /// <param name="runtime">How ONNX Runtime runs the model; null for the defaults.</param>
    /// <exception cref="ModelFolderException">A file is missing or damaged.</exception>
    /// <exception cref="TokenizerFormatException">The tokenizer has a component that is not supported, which is named.</exception>
    /// <exception cref="OnnxModelException">The runtime is missing, it refuses the model, or the model is no cross-encoder.</exception>
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
    /// <exception cref="OnnxModelException">The runtime refuses the run, or a score is not a finite number.</exception>
    /// <exception cref="TokenizerFormatException">An expression of the tokenizer takes too long on a text.</exception>
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
                float score = output.Shape[1] == 1 ? output.Values[i] : output.Values[(2 * i) + 1] - output.Values[2 * i];
                scores[batch[i]] = float.IsFinite(score)
                    ? score
                    : throw new OnnxModelException(_encoder.ModelPath, $"The model {_encoder.ModelPath} gave text {batch[i] + 1} of {texts.Count} the score {score}, which is not a finite number.");
            }
        }, cancellationToken).ConfigureAwait(false);
        return scores;
    }

    /// <summary>Frees the model. Calls under way end first.</summary>
    public void Dispose() => _encoder.Dispose();
}
