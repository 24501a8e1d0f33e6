using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace StructIndex;

/// <summary>A folder as downloaded from the hub: which file is the model, and what the files around it say about its use.</summary>
internal sealed class HubFolder
{
    private const string ConfigFile = "config.json", TokenizerFile = "tokenizer.json", ModulesFile = "modules.json", UsualPooling = "1_Pooling/config.json";

    // Models that count positions from beyond the padding token on.
    private static readonly string[] s_offsetPositions = ["roberta", "xlm-roberta", "camembert", "mpnet", "xlm-roberta-xl", "longformer"];
    private static readonly string[] s_modelFolders = ["", "onnx"];
    private readonly JsonElement _config;

    /// <exception cref="ModelFolderException">The folder or a file that is needed is missing, or damaged.</exception>
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
        _config = Json(ConfigFile)!.Value;
    }

    public string FullPath { get; }

    /// <summary>The model's file.</summary>
    public string ModelPath { get; }

    /// <summary>The tokenizer's file.</summary>
    public string TokenizerPath { get; }

    /// <summary>Components of a token's vector; null where the folder does not tell.</summary>
    public int? HiddenSize => _config.Int("hidden_size") ?? _config.Int("d_model") ?? _config.Int("dim");

    /// <summary>Id that fills short rows up; null where the folder does not tell.</summary>
    public int? PaddingId => _config.Int("pad_token_id");

    /// <summary>Most tokens of a text, special tokens included: what the folder says of sentences, else of the tokenizer, never more than the model has positions for.</summary>
    public int MaxTokens(HubTokenizer tokenizer)
    {
        int? positions = _config.Int("max_position_embeddings") ?? _config.Int("n_positions");
        if (positions is not null && s_offsetPositions.Contains(_config.Text("model_type")))
        {
            positions -= (PaddingId ?? 1) + 1;
        }

        // Tokenizers without a limit write one that no integer holds.
        int? said = Json("sentence_bert_config.json")?.Int("max_seq_length") ?? Json("tokenizer_config.json")?.Int("model_max_length") ?? tokenizer.MaxTokens;
        return Math.Min(said ?? int.MaxValue, positions ?? int.MaxValue) is var most && most < int.MaxValue ? most : 512;
    }

    /// <summary>How tokens are pooled; null where the folder does not tell.</summary>
    /// <exception cref="ModelFolderException">Pooling, or a step after it, is not supported.</exception>
    public TokenPooling? Pooling()
    {
        string file = UsualPooling;
        if (Json(ModulesFile) is { } modules)
        {
            JsonElement? pooling = null;
            foreach (JsonElement module in modules.EnumerateArray())
            {
                string type = module.Text("type")?.Split('.')[^1] ?? "";
                pooling = type == "Pooling" ? module : pooling;
                if (type is not ("Transformer" or "Pooling" or "Normalize"))
                {
                    throw new ModelFolderException(FullPath, ModulesFile, $"{ModulesFile} of {FullPath} has the step '{type}', which is not supported outside of the model's own graph.");
                }
            }

            if (pooling is null)
            {
                return null;
            }

            file = $"{pooling.Value.Text("path") ?? "1_Pooling"}/config.json";
            Needed(file);
        }

        return Json(file) is { } config ? PoolingOf(config, file) : null;
    }

    /// <summary>Whether vectors are given length 1; null where the folder does not tell.</summary>
    public bool? Normalizes() => Json(ModulesFile) is { } modules ? modules.EnumerateArray().Any(module => module.Text("type")?.EndsWith(".Normalize", StringComparison.Ordinal) == true) : null;

    /// <summary>What is put in front of a text of a kind, by the first name that the folder has for it.</summary>
    public string Prefix(params string[] names)
    {
        if (Json("config_sentence_transformers.json") is not { } config || !config.Has("prompts", out JsonElement prompts))
        {
            return "";
        }

        string? name = names.FirstOrDefault(n => prompts.Text(n) is not null) ?? config.Text("default_prompt_name");
        return name is null ? "" : prompts.Text(name) ?? "";
    }

    /// <summary>A name that changes with the model's weights, with the tokenizer and with the way they are used.</summary>
    public string Identity(string use)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 20];
        foreach (string file in (string[])[ModelPath, ModelPath + "_data", ModelPath + ".data", TokenizerPath])
        {
            if (!File.Exists(file))
            {
                continue;
            }

            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }
        }

        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(use));
        return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(FullPath.TrimEnd('/', '\\'))}@{Convert.ToHexStringLower(hash.GetHashAndReset())[..16]}");
    }

    private TokenPooling PoolingOf(JsonElement config, string file)
    {
        string[] modes = [.. config.EnumerateObject().Where(p => p.Name.StartsWith("pooling_mode_", StringComparison.Ordinal) && p.Value.ValueKind == JsonValueKind.True).Select(p => p.Name["pooling_mode_".Length..])];
        string mode = config.Text("pooling_mode") ?? string.Join(" and ", modes);
        return mode switch
        {
            "cls_token" or "cls" => TokenPooling.First,
            "mean_tokens" or "mean" => TokenPooling.Mean,
            "lasttoken" => TokenPooling.Last,
            _ => throw new ModelFolderException(FullPath, file, $"{file} of {FullPath} pools by '{mode}', which is not supported; mean_tokens, cls_token and lasttoken are."),
        };
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
            ? $"{FullPath} holds no model.onnx, neither itself nor in onnx/."
            : $"{FullPath} holds none of {wanted}; it has {string.Join(", ", files.Select(file => Path.GetRelativePath(FullPath, file)))}.");
    }

    private string Needed(string file) => File.Exists(Path.Combine(FullPath, file))
        ? Path.Combine(FullPath, file)
        : throw new ModelFolderException(FullPath, file, $"{FullPath} lacks {file}.");

    private JsonElement? Json(string file)
    {
        string path = Path.Combine(FullPath, file);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new ModelFolderException(FullPath, file, $"{file} of {FullPath} is no JSON: {e.Message}", e);
        }
    }
}
