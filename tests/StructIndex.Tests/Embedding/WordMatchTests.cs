using System.Numerics.Tensors;

namespace StructIndex.Tests;

public sealed class WordMatchTests
{
    private static StaticEmbeddingModel Model => CodeModel.Default.Model;

    [Fact]
    public void A_unit_that_holds_every_word_scores_one_in_whatever_field_they_stand() =>
        Assert.Equal([1f, 1f], Scores("remove expired sessions", Unit("removeExpired", "Sessions"), Unit("run", "", "sessions.remove(expired)")), new Near(1e-5f));

    [Fact]
    public void A_near_word_stands_for_the_one_that_is_asked_for()
    {
        float[] scores = Scores("remove expired sessions", Unit("deleteExpired", "Sessions"), Unit("paintExpired", "Sessions"));
        Assert.InRange(scores[0], scores[1] + .05f, .99f);
    }

    [Fact]
    public void Each_word_counts_by_the_root_of_its_rarity_the_length_of_its_vector_and_its_nearest_word()
    {
        string[] asked = ["parse", "socket"], held = ["read", "connection"];
        double expected = 0, total = 0;
        foreach (string word in asked)
        {
            double weight = Math.Sqrt(Model.Rarity(word)) * Length(word);
            expected += weight * held.Max(other => Cosine(word, other));
            total += weight;
        }

        Assert.Equal(expected / total, Scores("parse socket", Unit("readConnection", ""))[0], 1e-4);
    }

    [Fact]
    public void What_only_holds_a_question_together_counts_only_where_there_is_nothing_else()
    {
        Assert.Equal(1, Scores("how does it parse the", Unit("parse", ""))[0], 1e-5);
        Assert.Equal(1, Scores("how does it", Unit("how", "", "does it"))[0], 1e-5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("🦊🦊")]
    [InlineData("123456789")]
    public void A_question_without_a_known_word_and_a_unit_without_one_score_nothing(string nothing)
    {
        Assert.Equal([0f], Scores(nothing, Unit("parse", "")));
        Assert.Equal([0f], Scores("parse", Unit(nothing, nothing)));
    }

    [Fact]
    public void A_long_question_is_answered_by_its_rarest_words() =>
        Assert.InRange(Scores(string.Join(' ', Enumerable.Range(0, 60).Select(row => Model.Vocabulary.Word(1000 + row).ToString())), Unit("parse", ""))[0], 0f, 1f);

    private static float[] Scores(string question, params UnitFields[] units)
    {
        float[] scores = new float[units.Length];
        WordMatch.Of(Model, question, LexicalQuery.IsStopWord).Score(Array.ConvertAll(units, unit => Model.RowsOf(unit)), scores);
        return scores;
    }

    private static unsafe double Length(string word)
    {
        float[] vector = new float[Model.Dimensions];
        fixed (float* sum = vector)
        {
            Model.AddRow(Model.RowsOf(word)[0], UnitField.Query, 1, sum);
        }

        return TensorPrimitives.Norm<float>(vector);
    }

    private static double Cosine(string a, string b)
    {
        float[] first = new float[Model.Dimensions], second = new float[Model.Dimensions];
        Model.EmbedQuery(a, first);
        Model.EmbedQuery(b, second);
        return TensorPrimitives.Dot<float>(first, second);
    }

    private static UnitFields Unit(string name, string container, string body = "") => new(name, container, "", "", "", body);

    private sealed class Near(float tolerance) : IEqualityComparer<float>
    {
        public bool Equals(float x, float y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(float value) => 0;
    }
}
