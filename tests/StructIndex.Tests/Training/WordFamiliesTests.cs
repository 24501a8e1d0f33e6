using System.Numerics.Tensors;

namespace StructIndex.Tests;

public class WordFamiliesTests
{
    [Theory]
    [InlineData("parse parses parsed parsing")]
    [InlineData("stop stops stopped stopping")]
    [InlineData("match matches matched matching")]
    [InlineData("pass passes passed passing")]
    public void Forms_of_a_word_have_one_stem(string forms) => Assert.Single(forms.Split(' ').Select(WordFamilies.Stem).Distinct(StringComparer.Ordinal));

    [Theory]
    [InlineData("status")]
    [InlineData("class")]
    [InlineData("axis")]
    [InlineData("sing")]
    [InlineData("gzed7")]
    [InlineData("größe")]
    public void What_is_no_form_of_another_word_keeps_its_letters(string word) => Assert.StartsWith(word.TrimEnd('e'), WordFamilies.Stem(word), StringComparison.Ordinal);

    [Fact]
    public void Rare_forms_turn_towards_common_ones_and_keep_their_lengths()
    {
        Vocabulary vocabulary = new([.. "parse other parsing parsed".Split(' ').Select(w => Token.TryParse(w)!.Value)], [1_000_000, 900, 800, 10]);
        Assert.Equal([0, 2, 3], Assert.Single(WordFamilies.Of(vocabulary)));
        ModelState state = new(4, 64);
        for (int row = 0; row < 4; row++)
        {
            state.Table[(row * 64) + row] = row + 1;
        }

        WordFamilies.Blend(state, vocabulary, 300);
        float[] Row(int row) => [.. state.Table.Skip(row * 64).Take(64)];
        float Cosine(int a, int b) => TensorPrimitives.CosineSimilarity<float>(Row(a), Row(b));
        Assert.All([0, 1, 2, 3], row => Assert.Equal(row + 1, TensorPrimitives.Norm<float>(Row(row)), .001f));
        Assert.Equal(0, Cosine(0, 1));
        Assert.InRange(Row(0)[0], .999f, 1);
        Assert.InRange(Cosine(0, 2), .2f, .5f);
        Assert.InRange(Cosine(0, 3), .99f, 1);
    }

    [Fact]
    public void A_trained_model_has_them_turned_where_asked()
    {
        using TemporaryFolder folder = new();
        string corpus = Path.Combine(folder.FullPath, "words.pairs");
        using (CorpusWriter writer = new(corpus))
        {
            writer.BeginPackage(new CorpusPackage("package", ""));
            writer.BeginFile();
            for (int i = 0; i < 40; i++)
            {
                UnitFields fields = new(i % 2 == 0 ? "Parse" : "Write", "", "src/a.cs", "void M()", "", $"number {(char)('a' + (i % 26))}");
                writer.Add(new DocumentedCode(PairKind.Function, "csharp", i % 2 == 0 ? "The parsing of text that was parsed." : "How lines are put down.", fields, (ulong)i), CorpusSplit.Train);
            }

            writer.Complete();
        }

        float Cosine(double count)
        {
            string file = Path.Combine(folder.FullPath, "model");
            ModelTrainer.Train(corpus, file, ToyCorpus.Options with { Epochs = 1, FamilyCount = count }, cancellationToken: TestContext.Current.CancellationToken);
            StaticEmbeddingModel model = StaticEmbeddingModel.Load(file);
            float[] a = new float[model.Dimensions], b = new float[model.Dimensions];
            model.EmbedQuery("parsing", a);
            model.EmbedQuery("parsed", b);
            return TensorPrimitives.Dot<float>(a, b);
        }

        Assert.InRange(Cosine(1e8), .999f, 1.001f);
        Assert.InRange(Cosine(0), -1, .99f);
    }

    [Fact]
    public void A_word_without_a_vector_has_none_afterwards_where_its_family_has_none()
    {
        Vocabulary vocabulary = new([.. "parse parsed".Split(' ').Select(w => Token.TryParse(w)!.Value)], [5, 5]);
        ModelState state = new(2, 64);
        WordFamilies.Blend(state, vocabulary, 300);
        Assert.All(state.Table, value => Assert.Equal(0, value));
    }

}
