using System.Globalization;
using Microsoft.Extensions.AI;

namespace StructIndex;

/// <summary>
/// Embeds with a model of the Hugging Face hub, from its folder: <c>model.onnx</c> or <c>onnx/model*.onnx</c>, <c>tokenizer.json</c>,
/// <c>config.json</c>, and, where the folder has them, <c>modules.json</c>, <c>1_Pooling/config.json</c>, <c>sentence_bert_config.json</c>,
/// <c>tokenizer_config.json</c> and <c>config_sentence_transformers.json</c>. Nothing is downloaded. Safe to share between threads.
/// </summary>
/// <remarks>
/// The generator embeds documents. For queries, ask it for
/// <c>GetService(typeof(IEmbeddingGenerator&lt;string, Embedding&lt;float&gt;&gt;), "query")</c>, as a <c>CodeIndex</c> does by itself.
/// </remarks>
public sealed class OnnxEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Service key of the generator that embeds queries.</summary>
    public const string QueryKey = "query";

    private const int MinTokens = 8;
    private readonly OnnxEncoder _encoder;
    private readonly OnnxEmbeddingOptions _options;
    private readonly OnnxTensorInfo _output;
    private readonly int _width;
    private readonly TokenPooling? _pooling;
    private readonly bool _normalize;
    private readonly EmbeddingGeneratorMetadata _metadata;
    private readonly QueryGenerator _queries;

    private OnnxEmbeddingGenerator(HubFolder folder, OnnxEncoder encoder, OnnxEmbeddingOptions options)
    {
        (_encoder, _options) = (encoder, options);
        _output = VectorPooling.ChooseOutput(encoder.Outputs, folder.ModelPath);
        _pooling = _output.Shape.Length == 2 ? null : options.Pooling ?? folder.Pooling() ?? throw new ModelFolderException(
            folder.FullPath, "1_Pooling/config.json", $"{folder.FullPath} does not say how the vectors of tokens are pooled: it has neither modules.json with a pooling step nor 1_Pooling/config.json. Set OnnxEmbeddingOptions.Pooling as the model's page says.");
        _normalize = options.Normalize ?? folder.Normalizes() ?? true;
        MaxTokens = Math.Max(options.MaxTokens ?? folder.MaxTokens(encoder.Tokenizer), MinTokens);
        if (Tokenizer.Added >= MaxTokens)
        {
            throw new ModelFolderException(folder.FullPath, "tokenizer.json", $"tokenizer.json of {folder.FullPath} adds {Tokenizer.Added} special tokens to a text, and the model reads {MaxTokens} tokens.");
        }

        QueryPrefix = options.QueryPrefix ?? folder.Prefix("query");
        DocumentPrefix = options.DocumentPrefix ?? folder.Prefix("document", "passage");
        _width = _output.Shape[^1] > 0 ? _output.Shape[^1] : folder.HiddenSize is > 0 and int size ? size : throw new ModelFolderException(
            folder.FullPath, "config.json", $"config.json of {folder.FullPath} does not say hidden_size, and the model leaves the size of its vectors open.");
        Dimensions = options.Dimensions ?? _width;
        if (Dimensions < 1 || Dimensions > _width)
        {
            throw new ArgumentOutOfRangeException(nameof(options), Dimensions, $"The model gives {_width} dimensions.");
        }

        string use = string.Create(CultureInfo.InvariantCulture, $"{_output.Name}|{_pooling}|{_normalize}|{MaxTokens}|{options.LongTexts}|{options.SpecialTokensInText}|{Dimensions}|{DocumentPrefix}");
        ModelId = folder.Identity(use);
        _metadata = new EmbeddingGeneratorMetadata("onnx", null, ModelId, Dimensions);
        _queries = new QueryGenerator(this);
    }

    /// <summary>
    /// Name of the folder, and a hash of the model with all its files of weights, of the tokenizer, and of every option that changes the
    /// vectors of documents: it differs for another model, and for the same model used in another way.
    /// </summary>
    public string ModelId { get; }

    /// <summary>Components of a vector.</summary>
    public int Dimensions { get; }

    /// <summary>The largest number of tokens of a text, special tokens and prefix included.</summary>
    public int MaxTokens { get; }

    /// <summary>The text that is put in front of queries.</summary>
    public string QueryPrefix { get; }

    /// <summary>The text that is put in front of documents.</summary>
    public string DocumentPrefix { get; }

    /// <summary>The model's tokenizer.</summary>
    public HubTokenizer Tokenizer => _encoder.Tokenizer;

    /// <summary>Loads a model.</summary>
    /// <param name="folder">A folder as downloaded from the hub.</param>
    /// <param name="options">How the model is used; null where the folder says it all.</param>
    /// <exception cref="ModelFolderException">A file is missing, damaged, or says something that is not supported.</exception>
    /// <exception cref="TokenizerFormatException">The tokenizer has a component that is not supported, which is named.</exception>
    /// <exception cref="OnnxModelException">The runtime is missing, or it refuses the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The model gives fewer dimensions than asked for.</exception>
    public static OnnxEmbeddingGenerator Load(string folder, OnnxEmbeddingOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= new OnnxEmbeddingOptions();
        HubFolder files = new(folder, options.Weights, options.ModelFile);
        OnnxEncoder encoder = new(files, options.Runtime);
        try
        {
            return new OnnxEmbeddingGenerator(files, encoder, options);
        }
        catch
        {
            encoder.Dispose();
            throw;
        }
    }

    /// <summary>Embeds documents.</summary>
    /// <param name="values">The documents.</param>
    /// <param name="options">Only <see cref="EmbeddingGenerationOptions.Dimensions"/> is honoured, up to <see cref="Dimensions"/>.</param>
    /// <param name="cancellationToken">Stops the work, also within a batch.</param>
    /// <returns>As many vectors as documents, in their order, with the number of tokens read.</returns>
    /// <exception cref="OnnxModelException">
    /// The runtime refuses the run, or a vector has a component that is not a finite number.
    /// </exception>
    /// <exception cref="TokenizerFormatException">An expression of the tokenizer takes too long on a text.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        EmbedAsync(values, DocumentPrefix, options, cancellationToken);

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey switch
        {
            null when serviceType == typeof(EmbeddingGeneratorMetadata) => _metadata,
            null when serviceType.IsInstanceOfType(this) => this,
            QueryKey when serviceType == typeof(IEmbeddingGenerator<string, Embedding<float>>) => _queries,
            _ => null,
        };
    }

    /// <summary>Frees the model. Calls under way end first.</summary>
    public void Dispose() => _encoder.Dispose();

    private async Task<GeneratedEmbeddings<Embedding<float>>> EmbedAsync(IEnumerable<string> values, string prefix, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(values);
        cancellationToken.ThrowIfCancellationRequested();
        string[] texts = [.. values];
        int dimensions = options?.Dimensions is { } asked && asked < Dimensions ? Math.Max(asked, 1) : Dimensions;
        IReadOnlyList<HubToken>[][] windows = new IReadOnlyList<HubToken>[texts.Length][];
        await Parallel.ForAsync(0, texts.Length, cancellationToken, (i, _) =>
        {
            windows[i] = Windows(texts[i], prefix);
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);

        (int Text, IReadOnlyList<HubToken> Tokens)[] rows = [.. windows.SelectMany((parts, i) => parts.Select(tokens => (i, tokens)))];
        float[][] vectors = new float[rows.Length][];
        int done = 0;
        long tokens = 0;
        await _encoder.RunAsync([.. rows.Select(row => row.Tokens)], _output.Name, (batch, output) =>
        {
            for (int i = 0; i < batch.Length; i++)
            {
                vectors[batch[i]] = Pool(output, i, rows[batch[i]].Tokens.Count, dimensions);
            }

            long soFar = Interlocked.Add(ref tokens, batch.Sum(row => (long)rows[row].Tokens.Count));
            _options.Progress?.Report(new OnnxProgress(Interlocked.Add(ref done, batch.Length), rows.Length, soFar));
        }, cancellationToken).ConfigureAwait(false);

        GeneratedEmbeddings<Embedding<float>> embeddings = new(texts.Length) { Usage = new UsageDetails { InputTokenCount = tokens, TotalTokenCount = tokens } };
        for (int i = 0, row = 0; i < texts.Length; row += windows[i++].Length)
        {
            embeddings.Add(new Embedding<float>(VectorPooling.Join(vectors.AsSpan(row, windows[i].Length), windows[i], _normalize)) { ModelId = ModelId });
        }

        return embeddings;
    }

    private float[] Pool(OnnxOutput output, int row, int tokens, int dimensions)
    {
        if (output.Shape[^1] != _width)
        {
            throw new OnnxModelException(_encoder.ModelPath, $"The model {_encoder.ModelPath} gave vectors of {output.Shape[^1]} components; its config.json says {_width}.");
        }

        float[] vector = VectorPooling.Pool(output, row, tokens, _pooling, dimensions, _normalize);
        return Array.TrueForAll(vector, float.IsFinite)
            ? vector
            : throw new OnnxModelException(_encoder.ModelPath, $"The model {_encoder.ModelPath} gave a vector with a component that is not a finite number: its weights are damaged, or too large for its element type.");
    }

    private IReadOnlyList<HubToken>[] Windows(string text, string prefix)
    {
        string whole = prefix + text;
        HubEncodeOptions how = new() { AddSpecialTokens = false, SpecialTokensInText = _options.SpecialTokensInText };
        int room = MaxTokens - Tokenizer.Added;
        IReadOnlyList<HubToken> tokens = Tokenizer.Encode(whole, how);
        if (tokens.Count <= room)
        {
            return [Tokenizer.Surround(tokens.Count + Tokenizer.Added > 0 ? tokens : [new HubToken(_encoder.PaddingId, 0, 0)])];
        }

        if (_options.LongTexts == LongTexts.Truncate)
        {
            return [Tokenizer.Encode(whole, how with { AddSpecialTokens = true, MaxTokens = MaxTokens })];
        }

        // Each part is a document of its own, so it gets the prefix too; one that leaves no room is not repeated.
        HubToken[] repeated = [.. tokens.TakeWhile(token => token.End <= prefix.Length)];
        repeated = repeated.Length <= room / 2 ? repeated : [];
        return [.. TokenWindows.Split(tokens, whole, room, room - repeated.Length).Select((window, i) =>
        {
            (int start, int length) = window.GetOffsetAndLength(tokens.Count);
            IEnumerable<HubToken> part = tokens.Skip(start).Take(length);
            return Tokenizer.Surround([.. i == 0 ? part : repeated.Concat(part)]);
        })];
    }

    /// <summary>The same model for queries.</summary>
    private sealed class QueryGenerator(OnnxEmbeddingGenerator owner) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            owner.EmbedAsync(values, owner.QueryPrefix, options, cancellationToken);

        public object? GetService(Type serviceType, object? serviceKey = null) => owner.GetService(serviceType, serviceKey);

        public void Dispose()
        {
            // The owner's.
        }
    }
}
