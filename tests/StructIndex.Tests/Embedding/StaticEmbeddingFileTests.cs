namespace StructIndex.Tests;

public class StaticEmbeddingFileTests
{
    private static readonly string[] s_words = ["get", "value", "cache"];

    [Fact]
    public void A_written_model_is_read_back_and_pools_by_its_own_weights()
    {
        StaticEmbeddingModel model = StaticEmbeddingModel.Load(new MemoryStream(Written()));
        Assert.Equal(("tiny", 2, 3), (model.Name, model.Dimensions, model.Vocabulary.Count));
        Assert.Equal(new FieldWeights(1, 2, 3, 4, 5, 6), model.Weights);
        float[] vector = new float[2];
        model.Embed(new UnitFields("get", "", "", "", "", "value"), vector);

        // get = .5 x (2, 0), value = .25 x (0, 4): 1 x (1, 0) + 6 x (0, 1), of length one.
        Assert.Equal(1 / MathF.Sqrt(37), vector[0], 1e-6f);
        Assert.Equal(6 / MathF.Sqrt(37), vector[1], 1e-6f);
    }

    [Fact]
    public void A_word_may_have_a_scale_for_each_field_and_for_the_query()
    {
        // Of the three words, seven scales each: name 1, 2, 3, container 4, 5, 6 and so on to the query's 19, 20, 21.
        StaticEmbeddingModel model = StaticEmbeddingModel.Load(new MemoryStream(Write(s_words, [30, 20, 10], [.. Enumerable.Range(1, 21).Select(i => (float)i)])));
        Assert.Equal(CodeTokenizer.Version, model.TokenizerVersion);
        float[] vector = new float[2];
        model.Embed(new UnitFields("get", "", "", "", "value", ""), vector);

        // get in a name = 1 x (2, 0), value in documentation = 14 x (0, 4); fields weigh 1 and 5.
        float length = MathF.Sqrt((2 * 2) + (280 * 280));
        Assert.Equal([2 / length, 280 / length], vector);
        model.EmbedQuery("get value", vector);
        Assert.Equal(19 * 2 / (20f * 4), vector[0] / vector[1], 1e-6f);
        byte[] file = Write(s_words, [30, 20, 10], [.. Enumerable.Range(1, 21).Select(i => (float)i)]);
        Assert.Throws<StructIndexException>(() => StaticEmbeddingModel.Load(new MemoryStream(file[..^1])));
    }

    [Fact]
    public void A_file_on_disk_is_read_like_a_stream()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Written());
            Assert.Equal(StaticEmbeddingModel.Load(new MemoryStream(Written())).ModelId, StaticEmbeddingModel.Load(path).ModelId);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Another_content_is_another_identity()
    {
        byte[] other = Written();
        other[^1]++;
        Assert.NotEqual(StaticEmbeddingModel.Load(new MemoryStream(Written())).ModelId, StaticEmbeddingModel.Load(new MemoryStream(other)).ModelId);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        byte[] file = Written();
        for (int length = 0; length < file.Length; length++)
        {
            Assert.Throws<StructIndexException>(() => StaticEmbeddingModel.Load(new MemoryStream(file[..length])));
        }
    }

    [Fact]
    public void A_damaged_header_never_reads_past_the_end()
    {
        byte[] file = Written();
        for (int at = 0; at < 64; at++)
        {
            byte[] damaged = [.. file];
            damaged[at] = 0xFF;
            try
            {
                StaticEmbeddingModel.Load(new MemoryStream(damaged));
            }
            catch (StructIndexException)
            {
                // A changed weight or padding is still a model; everything else must be refused with this exception alone.
            }
        }
    }

    [Fact]
    public void Another_version_is_refused_by_name()
    {
        byte[] file = Written();
        file[8] = 9;
        Assert.Contains("version 9", Assert.Throws<StructIndexException>(() => StaticEmbeddingModel.Load(new MemoryStream(file))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_that_do_not_fit_are_not_written()
    {
        Assert.Throws<ArgumentException>(() => Write(s_words, [1, 1], [1, 1, 1]));
        Assert.Throws<ArgumentException>(() => Write(s_words, [1, 1, 1], [1, 1]));
        Assert.Throws<ArgumentException>(() => Write(s_words, [1, 1, 1], [1, float.NaN, 1]));
        Assert.Throws<ArgumentException>(() => Write(["get", "Value", "cache"], [1, 1, 1], [1, 1, 1]));
        Assert.Throws<ArgumentException>(() => Write(["get", "", "cache"], [1, 1, 1], [1, 1, 1]));
        Assert.Throws<StructIndexException>(() => StaticEmbeddingModel.Load(new MemoryStream(Write(["get", "get", "cache"], [1, 1, 1], [1, 1, 1]))));
    }

    private static byte[] Written() => Write(s_words, [30, 20, 10], [.5f, .25f, 1]);

    private static byte[] Write(string[] words, uint[] counts, float[] scales)
    {
        using MemoryStream stream = new();
        StaticEmbeddingFile.Write(stream, "tiny", words, counts, scales, [2, 0, 0, 4, 1, 1], new FieldWeights(1, 2, 3, 4, 5, 6));
        return stream.ToArray();
    }
}
