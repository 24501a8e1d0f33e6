namespace StructIndex;

/// <summary>How a model is used. Where a folder says it all, nothing needs to be set.</summary>
public sealed record OnnxEmbeddingOptions
{
    /// <summary>Which of the models of the folder to run.</summary>
    /// <value>The default value is <see cref="OnnxWeights.Default"/>. Ignored when <see cref="ModelFile"/> is set.</value>
    public OnnxWeights Weights { get; init; }

    /// <summary>The model's file, relative to the folder.</summary>
    /// <value>The default value is null: <see cref="Weights"/> decides.</value>
    public string? ModelFile { get; init; }

    /// <summary>How the vectors of tokens become that of a text. Ignored where the model's graph pools.</summary>
    /// <value>The default value is null: as the folder says (<c>modules.json</c>, <c>1_Pooling/config.json</c>). A folder that does not say is an error.</value>
    public TokenPooling? Pooling { get; init; }

    /// <summary>Whether vectors are given length 1.</summary>
    /// <value>The default value is null: as <c>modules.json</c> says, and true where there is none.</value>
    public bool? Normalize { get; init; }

    /// <summary>What is put in front of queries.</summary>
    /// <value>The default value is null: the prompt <c>query</c> of <c>config_sentence_transformers.json</c>, else nothing.</value>
    public string? QueryPrefix { get; init; }

    /// <summary>What is put in front of documents.</summary>
    /// <value>The default value is null: the prompt <c>document</c> or <c>passage</c> of <c>config_sentence_transformers.json</c>, else nothing.</value>
    public string? DocumentPrefix { get; init; }

    /// <summary>Most tokens of a text, special tokens and prefix included.</summary>
    /// <value>
    /// 8 or more. The default value is null: <c>max_seq_length</c> of <c>sentence_bert_config.json</c>, else what the tokenizer says, never more than
    /// the model has positions for; 512 where nothing says.
    /// </value>
    public int? MaxTokens { get; init; }

    /// <summary>What becomes of texts that are longer.</summary>
    /// <value>The default value is <see cref="LongTexts.Split"/>.</value>
    public LongTexts LongTexts { get; init; }

    /// <summary>Components to keep of models trained for it (Matryoshka representation learning); the rest is cut off before vectors are given length 1.</summary>
    /// <value>1 to what the model gives. The default value is null: all.</value>
    public int? Dimensions { get; init; }

    /// <summary>Whether special tokens of the model that stand in a text are the token, as the hub's own tools do it.</summary>
    /// <value>The default value is false: they are text.</value>
    public bool SpecialTokensInText { get; init; }

    /// <summary>Told after each batch, from any thread.</summary>
    /// <value>The default value is null.</value>
    public IProgress<OnnxProgress>? Progress { get; init; }

    /// <summary>Which ONNX Runtime, and how many threads.</summary>
    public OnnxRuntimeOptions Runtime { get; init; } = new();
}
