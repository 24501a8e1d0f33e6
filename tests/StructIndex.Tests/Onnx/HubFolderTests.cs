namespace StructIndex.Tests;

/// <summary>The conventions of hub folders: what is read, what is needed, what is refused.</summary>
public class HubFolderTests
{
    [Theory]
    [InlineData("onnx/model.onnx", "model.onnx")]
    [InlineData("tokenizer.json", "tokenizer.json")]
    [InlineData("config.json", "config.json")]
    [InlineData("1_Pooling/config.json", "1_Pooling/config.json")]
    public void A_folder_that_lacks_a_file_says_which(string without, string named)
    {
        using TemporaryFolder folder = Copy("encoder", without);
        foreach (string other in (string[])["onnx/model_fp16.onnx", "onnx/model_quantized.onnx"])
        {
            File.Delete(folder.At(other));
        }

        ModelFolderException error = Assert.Throws<ModelFolderException>(() => OnnxEmbeddingGenerator.Load(folder.FullPath).Dispose());
        Assert.Equal(named, error.File);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Contains(folder.FullPath, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() =>
        Assert.Contains("nowhere", Assert.Throws<ModelFolderException>(() => OnnxEmbeddingGenerator.Load("nowhere")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(OnnxWeights.Default, "onnx/model.onnx")]
    [InlineData(OnnxWeights.Float32, "onnx/model.onnx")]
    [InlineData(OnnxWeights.Float16, "onnx/model_fp16.onnx")]
    [InlineData(OnnxWeights.Int8, "onnx/model_quantized.onnx")]
    public void The_weights_that_are_asked_for_are_found(OnnxWeights weights, string file) =>
        Assert.Equal(Path.GetFullPath(Assets.At("encoder", file)), Path.GetFullPath(new HubFolder(Assets.At("encoder"), weights, null).ModelPath));

    [Fact]
    public void Weights_that_are_not_there_are_refused_with_what_is()
    {
        ModelFolderException error = Assert.Throws<ModelFolderException>(() => new HubFolder(Assets.At("decoder"), OnnxWeights.Int8, null));
        Assert.Contains("model_quantized.onnx", error.Message, StringComparison.Ordinal);
        Assert.Contains("it has model.onnx", error.Message, StringComparison.Ordinal);
        Assert.Equal("other.onnx", Assert.Throws<ModelFolderException>(() => new HubFolder(Assets.At("decoder"), OnnxWeights.Default, "other.onnx")).File);
    }

    [Fact]
    public void A_folder_that_does_not_say_how_to_pool_must_be_told()
    {
        using TemporaryFolder folder = Copy("encoder", "modules.json", "1_Pooling/config.json");
        Assert.Contains("Pooling", Assert.Throws<ModelFolderException>(() => OnnxEmbeddingGenerator.Load(folder.FullPath)).Message, StringComparison.Ordinal);
        using OnnxEmbeddingGenerator generator = OnnxEmbeddingGenerator.Load(folder.FullPath, new OnnxEmbeddingOptions { Pooling = TokenPooling.First });
        Assert.Equal(32, generator.Dimensions);
    }

    [Theory]
    [InlineData("1_Pooling/config.json", """{"pooling_mode_max_tokens": true}""", "max_tokens")]
    [InlineData("1_Pooling/config.json", """{"pooling_mode_mean_tokens": true, "pooling_mode_cls_token": true}""", "mean_tokens and cls_token")]
    [InlineData("modules.json", """[{"type":"sentence_transformers.models.Transformer"},{"type":"sentence_transformers.models.Dense","path":"2_Dense"}]""", "Dense")]
    [InlineData("modules.json", "[", "is damaged")]
    public void What_is_not_supported_is_named(string file, string content, string named)
    {
        using TemporaryFolder folder = Copy("encoder");
        folder.Write(file, content);
        ModelFolderException error = Assert.Throws<ModelFolderException>(() => OnnxEmbeddingGenerator.Load(folder.FullPath));
        Assert.Equal(file, error.File);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"model_type":"bert","max_position_embeddings":64}""", """{"max_seq_length":48}""", 48)]
    [InlineData("""{"model_type":"bert","max_position_embeddings":64}""", """{"max_seq_length":512}""", 64)]
    [InlineData("""{"model_type":"roberta","max_position_embeddings":64,"pad_token_id":1}""", "{}", 62)]
    [InlineData("{}", "{}", 512)]
    public void The_limit_of_a_text_is_what_the_folder_says_and_the_model_can(string config, string sentences, int expected)
    {
        using TemporaryFolder folder = Copy("encoder");
        folder.Write("config.json", config);
        folder.Write("sentence_bert_config.json", sentences);
        Assert.Equal(expected, new HubFolder(folder.FullPath, OnnxWeights.Default, null).MaxTokens(HubTokenizer.Load(folder.At("tokenizer.json"))));
    }

    internal static TemporaryFolder Copy(string name, params string[] without)
    {
        TemporaryFolder folder = new();
        string from = Assets.At(name);
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string path = Path.GetRelativePath(from, file).Replace('\\', '/');
            if (!without.Contains(path))
            {
                folder.Write(path, File.ReadAllBytes(file));
            }
        }

        return folder;
    }
}
