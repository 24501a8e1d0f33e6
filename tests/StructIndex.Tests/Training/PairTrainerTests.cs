namespace StructIndex.Tests;

public class PairTrainerTests
{
    private const int Pairs = 48;
    private const float Difference = 4e-3f;

    [Theory]
    [InlineData("words", false)]
    [InlineData("words", true)]
    [InlineData("scalars", false)]
    [InlineData("scalars", true)]
    [InlineData("field weights", false)]
    public void The_gradient_of_every_parameter_is_that_of_differences(string parameters, bool fieldScalars)
    {
        using TemporaryFolder folder = new();
        TrainingOptions options = ToyCorpus.Options with
        {
            FieldScalars = fieldScalars,
            DocumentationProbability = .5,
            Temperature = .5,
        };
        CorpusReader corpus = new(ToyCorpus.Write(folder));
        Vocabulary vocabulary = TrainingSetBuilder.ChooseWords(corpus, 1000, 1);
        TrainingSet set = TrainingSetBuilder.Build(corpus, vocabulary, head => head.Split == CorpusSplit.Train, TestContext.Current.CancellationToken);
        QueryMaker queries = new(set, options, [], QueryVocabulary.LanguageNames(set.Languages, vocabulary));
        (float[] Values, float[] Squares) Of(ModelState state) => parameters switch
        {
            "words" => (state.Table, state.TableSquares),
            "scalars" => (state.Scalars, state.ScalarSquares),
            _ => (state.FieldWeights, state.FieldSquares),
        };
        (double Loss, float[] Values, float[] Squares) Step(int changed, float by, double decay)
        {
            ModelState state = ModelState.Create(set, vocabulary.Count, options);
            (float[] values, float[] squares) = Of(state);
            values[changed] += by;
            return (Pairs * new PairTrainer(set, state, queries, options).Step([.. Enumerable.Range(0, Pairs)], 0, 0, decay), values, squares);
        }

        // The first step of Adagrad keeps the squares of the gradient, and goes against it.
        (_, float[] after, float[] squares) = Step(0, 0, 1);
        float[] before = Of(ModelState.Create(set, vocabulary.Count, options)).Values;
        int[] largest = [.. Enumerable.Range(0, squares.Length).OrderByDescending(i => squares[i]).Take(400).Where((_, place) => place % 40 == 0 || squares.Length < 10)];
        Assert.All(largest, i =>
        {
            double numeric = (Step(i, Difference, 0).Loss - Step(i, -Difference, 0).Loss) / (2 * Difference);
            double found = Math.Sqrt(squares[i]) * Math.Sign(before[i] - after[i]);
            Assert.True(Math.Abs(numeric - found) < .02 * Math.Max(Math.Abs(numeric), .1), $"{parameters} {i}: {found} instead of {numeric}");
        });
    }
}
