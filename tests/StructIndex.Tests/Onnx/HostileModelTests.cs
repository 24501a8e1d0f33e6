using System.Text;

namespace StructIndex.Tests;

/// <summary>Models and folders that are damaged or made to do harm: each ends in an exception that names the file.</summary>
public class HostileModelTests
{
    private const int Vocabulary = 512, Width = 32;

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public async Task A_vector_that_is_not_finite_is_refused_with_the_name_of_the_model(float weight)
    {
        using TemporaryFolder folder = With(OnnxFile.Lookup(OnnxFile.Table([.. Enumerable.Repeat(weight, Vocabulary * Width)], Vocabulary, Width)));
        using OnnxEmbeddingGenerator generator = OnnxEmbeddingGenerator.Load(folder.FullPath);
        OnnxModelException error = await Assert.ThrowsAsync<OnnxModelException>(() => generator.GenerateAsync(["parse a header"], null, TestContext.Current.CancellationToken));
        Assert.Equal(folder.At("onnx/model.onnx"), error.Path);
        Assert.Contains(error.Path!, error.Message, StringComparison.Ordinal);
        Assert.Contains("not a finite number", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, Width)]
    [InlineData(2, 3, Width)]
    public async Task An_output_of_another_shape_is_refused_with_both_shapes(params int[] shape)
    {
        using TemporaryFolder folder = With(OnnxFile.Constant(OnnxFile.Table(new float[shape.Aggregate(1, (a, b) => a * b)], shape)));
        using OnnxEmbeddingGenerator generator = OnnxEmbeddingGenerator.Load(folder.FullPath);

        // Two special tokens around two letters: 1 by 4 by 32 is right.
        OnnxModelException error = await Assert.ThrowsAsync<OnnxModelException>(() => generator.GenerateAsync(["a b"], null, TestContext.Current.CancellationToken));
        Assert.Contains($"[{string.Join(',', shape)}]", error.Message, StringComparison.Ordinal);
        Assert.Contains("1 texts of 4 tokens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vectors_of_another_size_than_the_folder_says_are_refused()
    {
        using TemporaryFolder folder = With(OnnxFile.AsWideAsLong(OnnxFile.Table([1], 1)));
        using OnnxEmbeddingGenerator generator = OnnxEmbeddingGenerator.Load(folder.FullPath);
        Assert.Equal(Width, generator.Dimensions);
        OnnxModelException error = await Assert.ThrowsAsync<OnnxModelException>(() => generator.GenerateAsync(["a b"], null, TestContext.Current.CancellationToken));
        Assert.Contains("4 components", error.Message, StringComparison.Ordinal);
        Assert.Contains("config.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_of_weights_that_a_model_names_is_part_of_its_identity()
    {
        float[] weights = [.. Enumerable.Range(0, Vocabulary * Width).Select(i => i % 97 / 97f)];
        using TemporaryFolder folder = With(OnnxFile.Lookup(OnnxFile.TableIn("n.bin", Vocabulary, Width)));
        folder.Write("onnx/n.bin", Bytes(weights));
        string before = Identity();
        Assert.Equal(before, Identity());
        weights[^1]++;
        folder.Write("onnx/n.bin", Bytes(weights));
        Assert.NotEqual(before, Identity());

        string Identity()
        {
            using OnnxEmbeddingGenerator generator = OnnxEmbeddingGenerator.Load(folder.FullPath);
            return generator.ModelId;
        }
    }

    [Fact]
    public void Files_of_weights_are_found_wherever_the_format_allows_them()
    {
        byte[] inTensor = OnnxFile.Field(5, External("graph.bin")), inSparse = OnnxFile.Field(15, [.. OnnxFile.Field(1, External("values.bin")), .. OnnxFile.Field(2, External("indices.bin"))]);
        byte[] subgraph = OnnxFile.Field(6, OnnxFile.Field(1, OnnxFile.Field(5, OnnxFile.Field(5, External("branch.bin")))));
        byte[] nodes = [.. OnnxFile.Field(1, OnnxFile.Field(5, subgraph)), .. OnnxFile.Field(1, OnnxFile.Field(5, OnnxFile.Field(10, External("list.bin"))))];
        byte[] valueFirst = OnnxFile.Field(5, OnnxFile.Field(13, [.. OnnxFile.Field(2, Encoding.UTF8.GetBytes("swapped.bin")), .. OnnxFile.Field(1, Encoding.UTF8.GetBytes("location"))]));
        byte[] function = OnnxFile.Field(25, OnnxFile.Field(7, OnnxFile.Field(5, OnnxFile.Field(5, External("function.bin")))));
        using TemporaryFolder folder = new();
        folder.Write("model.onnx", [.. OnnxFile.Model([.. inTensor, .. inSparse, .. nodes, .. valueFirst]), .. function]);
        Assert.Equal(
            ["branch.bin", "function.bin", "graph.bin", "indices.bin", "list.bin", "swapped.bin", "values.bin"],
            ExternalData.NamesIn(folder.At("model.onnx")));
        Assert.Empty(ExternalData.NamesIn(Assets.At("encoder", "onnx", "model.onnx")));

        static byte[] External(string file) => OnnxFile.TableIn(file, 2);
    }

    [Fact]
    public void Names_of_weights_are_read_from_damaged_and_deeply_nested_files_without_harm()
    {
        using TemporaryFolder folder = new();
        byte[] model = OnnxFile.Lookup(OnnxFile.TableIn("n.bin", Vocabulary, Width));
        for (int length = 0; length < model.Length; length++)
        {
            folder.Write("cut.onnx", model[..length]);
            Assert.True(ExternalData.NamesIn(folder.At("cut.onnx")).Count <= 1);
        }

        // A graph in an attribute of a node of a graph, 20,000 deep.
        byte[] graph = OnnxFile.Field(5, OnnxFile.TableIn("deep.bin", 2));
        folder.Write("deep.onnx", OnnxFile.Model(OnnxFile.Nested([6, 5, 1], 20_000, graph)));
        Assert.Equal(["deep.bin"], ExternalData.NamesIn(folder.At("deep.onnx")));
    }

    [Theory]
    [InlineData("../n.bin")]
    [InlineData("/dev/zero")]
    [InlineData("n.bin\0x")]
    public void Weights_outside_the_folder_of_the_model_are_refused(string name)
    {
        using TemporaryFolder folder = With(OnnxFile.Lookup(OnnxFile.TableIn(name, Vocabulary, Width)));
        folder.Write("n.bin", Bytes(new float[Vocabulary * Width]));
        Assert.Throws<OnnxModelException>(() => OnnxEmbeddingGenerator.Load(folder.FullPath).Dispose());
        Assert.Contains(name, Assert.Throws<ModelFolderException>(() => new HubFolder(folder.FullPath, OnnxWeights.Default, null).Identity("")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config.json")]
    [InlineData("modules.json")]
    [InlineData("1_Pooling/config.json")]
    [InlineData("sentence_bert_config.json")]
    [InlineData("tokenizer_config.json")]
    [InlineData("config_sentence_transformers.json")]
    public void A_file_of_the_folder_that_is_no_utf8_or_of_another_form_is_named(string file)
    {
        string text = file switch
        {
            "config.json" => """{"model_type":"*"}""",
            "modules.json" => """[{"type":"*"}]""",
            "1_Pooling/config.json" => """{"pooling_mode":"*"}""",
            "config_sentence_transformers.json" => """{"prompts":{"query":"*"}}""",
            _ => """{"*":1}""",
        };
        byte[][] contents = [[.. Encoding.UTF8.GetBytes(text).SelectMany(b => b == '*' ? new byte[] { 0xC3, 0x28 } : [b])], Encoding.UTF8.GetBytes(text.Replace("*", "\\ud800", StringComparison.Ordinal)), "3"u8.ToArray(), []];
        foreach (byte[] content in file.StartsWith("tokenizer_", StringComparison.Ordinal) || file.StartsWith("sentence_", StringComparison.Ordinal) ? contents[2..] : contents)
        {
            using TemporaryFolder folder = HubFolderTests.Copy("encoder", "sentence_bert_config.json");
            folder.Write(file, content);
            ModelFolderException error = Assert.Throws<ModelFolderException>(() => OnnxEmbeddingGenerator.Load(folder.FullPath).Dispose());
            Assert.Equal(file, error.File);
            Assert.Contains(file, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_folder_with_a_changed_byte_loads_or_says_what_is_wrong()
    {
        Random random = new(7);
        foreach (string file in (string[])["config.json", "tokenizer.json", "modules.json"])
        {
            using TemporaryFolder folder = HubFolderTests.Copy("encoder", "onnx/model_fp16.onnx", "onnx/model_quantized.onnx");
            byte[] whole = File.ReadAllBytes(folder.At(file));
            for (int i = 0; i < 25; i++)
            {
                byte[] changed = [.. whole];
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
                folder.Write(file, changed);
                Exception? error = Record.Exception(() => OnnxEmbeddingGenerator.Load(folder.FullPath).Dispose());
                Assert.True(error is null or StructIndexException { Path: not null }, $"{file}: {error}");
            }
        }
    }

    [Fact]
    public void More_special_tokens_than_a_model_reads_are_refused()
    {
        using TemporaryFolder folder = HubFolderTests.Copy("encoder");
        string pieces = string.Join(',', Enumerable.Repeat("""{"SpecialToken":{"id":"[CLS]","type_id":0}}""", 9));
        folder.Write("tokenizer.json", $$$"""
            {"model":{"type":"WordPiece","vocab":{"[UNK]":0,"[CLS]":1,"a":2}},"post_processor":{"type":"TemplateProcessing",
            "single":[{{{pieces}}},{"Sequence":{"id":"A","type_id":0}}],"pair":[],"special_tokens":{"[CLS]":{"id":"[CLS]","ids":[1],"tokens":["[CLS]"]} } } }
            """);
        ModelFolderException error = Assert.Throws<ModelFolderException>(() => OnnxEmbeddingGenerator.Load(folder.FullPath, new OnnxEmbeddingOptions { MaxTokens = 9 }).Dispose());
        Assert.Equal("tokenizer.json", error.File);
    }

    private static TemporaryFolder With(byte[] model)
    {
        TemporaryFolder folder = HubFolderTests.Copy("encoder", "onnx/model.onnx", "onnx/model_fp16.onnx", "onnx/model_quantized.onnx");
        folder.Write("onnx/model.onnx", model);
        folder.Write("config.json", $$"""{"model_type":"bert","hidden_size":{{Width}}}""");
        return folder;
    }

    private static byte[] Bytes(float[] values) => [.. System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(values)];
}
