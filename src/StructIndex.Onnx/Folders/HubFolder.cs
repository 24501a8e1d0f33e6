using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace StructIndex;

/// <summary>A folder as downloaded from the Hugging Face hub: which file is the model, and how the files around it say to use it.</summary>
internal sealed class HubFolder
{
    private const string ConfigFile = "config.json", TokenizerFile = "tokenizer.json", ModulesFile = "modules.json", UsualPooling = "1_Pooling/config.json", ModePrefix = "pooling_mode_";

    // Models that count positions from beyond the padding token on.
    private static readonly string[] s_offsetPositions = ["roberta", "xlm-roberta", "camembert", "mpnet", "xlm-roberta-xl", "longformer"];
    private static readonly string[] s_modelFolders = ["", "onnx"];
    private readonly int? _positions;

    /// <exception cref="ModelFolderException">The folder or a file that is needed is missing or damaged.</exception>
    public HubFolder(string path, OnnxWeights weights, string? modelFile)
    {
        FullPath = Path.GetFullPath(path);
        if (!Directory.Exists(FullPath))
        {
            throw new ModelFolderException(FullPath, "", $"There is no folder {FullPath}.");
        }

        ModelPath = FindModel(weights, modelFile);
        TokenizerPath = Needed(TokenizerFile);
        Needed(ConfigFile);
        (HiddenSize, PaddingId, _positions) = Read(ConfigFile, default, config => (
            config.Int("hidden_size") ?? config.Int("d_model") ?? config.Int("dim"), config.Int("pad_token_id"), Positions(config)));
    }

    public string FullPath { get; }

    /// <summary>The model's file.</summary>
    public string ModelPath { get; }

    /// <summary>The tokenizer's file.</summary>
    public string TokenizerPath { get; }

    /// <summary>Components of a token's vector; null where the folder does not say.</summary>
    public int? HiddenSize { get; }

    /// <summary>Id that fills up short rows; null where the folder does not say.</summary>
    public int? PaddingId { get; }

    /// <summary>
    /// The largest number of tokens of a text, special tokens included: what the folder says of sentences, else of the tokenizer, never
    /// more than the model has positions for.
    /// </summary>
    public int MaxTokens(HubTokenizer tokenizer)
    {
        // Tokenizers without a limit write one that no integer holds.
        int? limit = Read("sentence_bert_config.json", null, json => json.Int("max_seq_length"))
            ?? Read("tokenizer_config.json", null, json => json.Int("model_max_length")) ?? tokenizer.MaxTokens;
        int max = Math.Min(limit ?? int.MaxValue, _positions ?? int.MaxValue);
        return max < int.MaxValue ? max : 512;
    }

    /// <summary>How tokens are pooled; null where the folder does not say.</summary>
    /// <exception cref="ModelFolderException">Pooling, or a step after it, is not supported.</exception>
    public TokenPooling? Pooling()
    {
        if (Modules() is not { } modules)
        {
            return File.Exists(Path.Combine(FullPath, UsualPooling)) ? PoolingIn(UsualPooling) : null;
        }

        if (modules.FirstOrDefault(module => module.Type is not ("Transformer" or "Pooling" or "Normalize")).Type is { } odd)
        {
            throw new ModelFolderException(FullPath, ModulesFile, $"{ModulesFile} of {FullPath} has the step '{odd}', which is not supported outside the model's own graph.");
        }

        return modules.LastOrDefault(module => module.Type == "Pooling").Path is { } folder ? PoolingIn($"{folder}/config.json") : null;
    }

    /// <summary>Whether vectors are given length 1; null where the folder does not say.</summary>
    public bool? Normalizes() => Modules()?.Any(module => module.Type == "Normalize");

    /// <summary>The text to put in front of a text of a kind, by the first name that the folder has for it.</summary>
    public string Prefix(params string[] names) => Read("config_sentence_transformers.json", "", config =>
        config.Has("prompts", out JsonElement prompts) && (names.FirstOrDefault(name => prompts.Text(name) is not null) ?? config.Text("default_prompt_name")) is { } known
            ? prompts.Text(known) ?? ""
            : "");

    /// <summary>
    /// A name that changes with the model's weights, wherever they are kept, with the tokenizer, and with the way they are used.
    /// </summary>
    /// <exception cref="ModelFolderException">The model names a file of weights outside its folder.</exception>
    public string Identity(string use)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 20];
        foreach (string file in (string[])[ModelPath, .. ExternalData.NamesIn(ModelPath).Select(WeightsFile).Where(File.Exists), TokenizerPath])
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }
        }

        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(use));
        return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(FullPath.TrimEnd('/', '\\'))}@{Convert.ToHexStringLower(hash.GetHashAndReset())[..16]}");
    }

    // Models that count positions from beyond the padding token on have fewer.
    private static int? Positions(JsonElement config)
    {
        int? positions = config.Int("max_position_embeddings") ?? config.Int("n_positions");
        return s_offsetPositions.Contains(config.Text("model_type")) ? positions - (config.Int("pad_token_id") ?? 1) - 1 : positions;
    }

    private (string Type, string Path)[]? Modules() => Read<(string, string)[]?>(ModulesFile, null, json =>
        [.. json.EnumerateArray().Select(module => (module.Text("type")?.Split('.')[^1] ?? "", module.Text("path") ?? "1_Pooling"))], JsonValueKind.Array);

    private TokenPooling PoolingIn(string file)
    {
        Needed(file);
        string mode = Read(file, "", config => config.Text("pooling_mode") ?? string.Join(" and ", config.EnumerateObject()
            .Where(p => p.Name.StartsWith(ModePrefix, StringComparison.Ordinal) && p.Value.ValueKind == JsonValueKind.True).Select(p => p.Name[ModePrefix.Length..])));
        return mode switch
        {
            "cls_token" or "cls" => TokenPooling.First,
            "mean_tokens" or "mean" => TokenPooling.Mean,
            "lasttoken" => TokenPooling.Last,
            _ => throw new ModelFolderException(FullPath, file, $"{file} of {FullPath} pools by '{mode}', which is not supported; mean_tokens, cls_token and lasttoken are."),
        };
    }

    private string WeightsFile(string name)
    {
        // A NUL ends a path, and is in none.
        string folder = Path.GetDirectoryName(ModelPath)!, file = name.Contains('\0') ? "" : Path.GetFullPath(Path.Combine(folder, name));
        return file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? file
            : throw new ModelFolderException(FullPath, Path.GetRelativePath(FullPath, ModelPath), $"The model {ModelPath} names the file {name} for its weights, which is not in its folder.");
    }

    private string FindModel(OnnxWeights weights, string? chosen)
    {
        if (chosen is not null)
        {
            return Needed(chosen);
        }

        string[] files = [.. s_modelFolders.Select(folder => Path.Combine(FullPath, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*.onnx").Order(StringComparer.Ordinal))];
        string[] patterns = weights switch
        {
            OnnxWeights.Float16 => ["model_fp16", "model_float16", "model_O4"],
            OnnxWeights.Int8 => ["model_quantized", "model_int8", "model_uint8", "model_qint8_", "model_quint8_"],
            _ => ["model"],
        };
        string? found = patterns.Select(pattern => Array.Find(files, file =>
            Path.GetFileNameWithoutExtension(file) is var name && (pattern.EndsWith('_') ? name.StartsWith(pattern, StringComparison.Ordinal) : name == pattern))).FirstOrDefault(file => file is not null);
        found ??= weights == OnnxWeights.Default && files.Length == 1 ? files[0] : null;
        string wanted = string.Join(", ", patterns.Select(pattern => $"{pattern}{(pattern.EndsWith('_') ? "*" : "")}.onnx"));
        return found ?? throw new ModelFolderException(FullPath, "model.onnx", files.Length == 0
            ? $"{FullPath} has no model.onnx, neither at its top nor in onnx/."
            : $"{FullPath} has none of {wanted}; it has {string.Join(", ", files.Select(file => Path.GetRelativePath(FullPath, file)))}.");
    }

    private string Needed(string file) => File.Exists(Path.Combine(FullPath, file))
        ? Path.Combine(FullPath, file)
        : throw new ModelFolderException(FullPath, file, $"{FullPath} has no {file}.");

    // Everything that is wrong with a file of JSON ends in one kind of exception, which names the file.
    private T Read<T>(string file, T missing, Func<JsonElement, T> read, JsonValueKind kind = JsonValueKind.Object)
    {
        string path = Path.Combine(FullPath, file);
        if (!File.Exists(path))
        {
            return missing;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == kind ? read(document.RootElement) : throw new JsonException($"It holds a JSON {document.RootElement.ValueKind}, not a JSON {kind}.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Text that is not UTF-8 is an InvalidOperationException of the property that holds it.
            throw new ModelFolderException(FullPath, file, $"{file} of {FullPath} is damaged: {e.Message}", e);
        }
    }
}
