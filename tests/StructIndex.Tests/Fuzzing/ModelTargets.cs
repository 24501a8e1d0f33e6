using System.Text;

namespace StructIndex.Tests;

/// <summary>Models of the hub.</summary>
internal static class ModelTargets
{
    private const string Config = """
        {"model_type":"roberta","hidden_size":8,"pad_token_id":1,"max_position_embeddings":514,"max_seq_length":128,"model_max_length":1000000000000,"pooling_mode":"cls","pooling_mode_mean_tokens":true,"prompts":{"query":"query: "},"default_prompt_name":"query"}
        """;

    private const string Modules = """[{"idx":0,"name":"0","path":"","type":"sentence_transformers.models.Transformer"},{"idx":1,"name":"1","path":"1_Pooling","type":"sentence_transformers.models.Pooling"},{"type":"Normalize"}]""";

    private static readonly string[] s_files = ["config.json", "modules.json", "1_Pooling/config.json", "sentence_bert_config.json", "tokenizer_config.json", "config_sentence_transformers.json"];

    // A model whose graph (field 7) has a tensor (5) with an external file (13: location).
    private static readonly byte[] s_model = Field(7, Field(5, Field(13, [.. Field(1, "location"u8), .. Field(2, "model.onnx_data"u8)])));

    /// <summary>Folders whose files, or whose model, is the input.</summary>
    public static FuzzTarget Folders => new([Encoding.UTF8.GetBytes(Config), Encoding.UTF8.GetBytes(Modules), s_model], [.. "{ } [ ] : , null true -1 1e999 \"\" \"type\" \"path\" \"../x\" \"prompts\" \\ud800 Transformer Pooling location ../ \0".Split(' ')], bytes =>
    {
        Read(bytes, "model"u8);
        Read("{}"u8, bytes);
    });

    private static void Read(ReadOnlySpan<byte> settings, ReadOnlySpan<byte> model)
    {
        string root = Directory.CreateTempSubdirectory("structindex-fuzz-").FullName;
        try
        {
            Directory.CreateDirectory(root + "/1_Pooling");
            foreach (string file in s_files)
            {
                File.WriteAllBytes($"{root}/{file}", settings);
            }

            File.WriteAllBytes(root + "/model.onnx", model);
            File.WriteAllText(root + "/model.onnx_data", "weights");
            File.WriteAllText(root + "/tokenizer.json", "{}");
            FuzzTargets.ReadOrRefuse<ModelFolderException>(() => Use(new HubFolder(root, OnnxWeights.Default, null)));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void Use(HubFolder folder)
    {
        FuzzTargets.ReadOrRefuse<ModelFolderException>(() => folder.Pooling());
        FuzzTargets.ReadOrRefuse<ModelFolderException>(() => folder.Normalizes());
        FuzzTargets.ReadOrRefuse<ModelFolderException>(() => folder.Prefix("query", "document"));
        FuzzTargets.ReadOrRefuse<ModelFolderException>(() => folder.Identity("mean"));
    }

    private static byte[] Field(int number, ReadOnlySpan<byte> content) => [(byte)((number << 3) | 2), (byte)content.Length, .. content];
}
