namespace StructIndex;

/// <summary>How a model is used. All options may stay unset where the folder of the model says how.</summary>
public sealed record OnnxEmbeddingOptions
{
    /// <summary>Which of the models of the folder to run.</summary>
    /// <value>The default value is <see cref="OnnxWeights.Default"/>. Ignored when <see cref="ModelFile"/> is set.</value>
    public OnnxWeights Weights { get; init; }

    /// <summary>The model's file, relative to the folder.</summary>
    /// <value>The default value is null: <see cref="Weights"/> decides.</value>
    public string? ModelFile { get; init; }

    /// <summary>How the vectors of tokens become that of a text. Ignored where the model's graph pools.</summary>
    /// <value>
    /// The default value is null: as the folder says (<c>modules.json</c>, <c>1_Pooling/config.json</c>). A folder that does not say is an
    /// error.
    /// </value>
    public TokenPooling? Pooling { get; init; }

    /// <summary>Whether vectors are given length 1.</summary>
    /// <value>The default value is null: as <c>modules.json</c> says, and true where there is none.</value>
    public bool? Normalize { get; init; }

    /// <summary>The text to put in front of queries.</summary>
    /// <value>The default value is null: the prompt <c>query</c> of <c>config_sentence_transformers.json</c>, else nothing.</value>
    public string? QueryPrefix { get; init; }

    /// <summary>The text to put in front of documents.</summary>
    /// <value>
    /// The default value is null: the prompt <c>document</c> or <c>passage</c> of <c>config_sentence_transformers.json</c>, else nothing.
    /// </value>
    public string? DocumentPrefix { get; init; }

    /// <summary>The largest number of tokens of a text, special tokens and prefix included.</summary>
    /// <value>
    /// 8 or more. The default value is null: <c>max_seq_length</c> of <c>sentence_bert_config.json</c>, else the limit of the tokenizer,
    /// never more than the model has positions for; 512 where no file names a limit.
    /// </value>
    public int? MaxTokens { get; init; }

    /// <summary>How longer texts are read.</summary>
    /// <value>The default value is <see cref="LongTexts.Split"/>.</value>
    public LongTexts LongTexts { get; init; }

    /// <summary>
    /// Number of leading components to keep of models trained for it (Matryoshka representation learning); the rest is cut off before
    /// vectors are given length 1.
    /// </summary>
    /// <value>1 to the number that the model gives. The default value is null: all.</value>
    public int? Dimensions { get; init; }

    /// <summary>
    /// Whether special tokens of the model that are written out in a text, such as <c>[SEP]</c>, become that token, as in the hub's own
    /// tools.
    /// </summary>
    /// <value>The default value is false: they are text like any other.</value>
    public bool SpecialTokensInText { get; init; }

    /// <summary>Receives a report after each batch, on any thread.</summary>
    /// <value>The default value is null: no reports.</value>
    public IProgress<OnnxProgress>? Progress { get; init; }

    /// <summary>How ONNX Runtime runs the model.</summary>
    /// <value>The default value is the default options.</value>
    public OnnxRuntimeOptions Runtime { get; init; } = new();
}
