using System.Numerics.Tensors;

namespace StructIndex.Tests;

public class ModelTrainerTests
{
    [Fact]
    public void Training_brings_documentation_and_code_together_that_share_no_word()
    {
        using TemporaryFolder folder = new();
        string corpus = ToyCorpus.Write(folder), file = Path.Combine(folder.FullPath, "model");
        List<TrainingProgress> seen = [];
        TrainingResult result = ModelTrainer.Train(corpus, file, ToyCorpus.Options, new Recorder<TrainingProgress>(seen.Add), TestContext.Current.CancellationToken);

        Assert.True(result.DevelopmentMrr > .9, $"MRR {result.DevelopmentMrr}");
        Assert.True(seen[^1].Loss < .5 * seen[0].Loss, $"loss {seen[0].Loss} to {seen[^1].Loss}");
        Assert.Equal(seen[^1].Steps, seen[^1].Step);

        StaticEmbeddingModel model = StaticEmbeddingModel.Load(file);
        float[] query = new float[model.Dimensions], unit = new float[model.Dimensions], other = new float[model.Dimensions];
        model.EmbedQuery($"where is the {ToyCorpus.Asked(3)}", query);
        model.Embed(default(UnitFields) with { Name = ToyCorpus.Coded(3) }, unit);
        model.Embed(default(UnitFields) with { Name = ToyCorpus.Coded(4) }, other);
        Assert.True(TensorPrimitives.Dot<float>(query, unit) > TensorPrimitives.Dot<float>(query, other) + .3f);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_any_number_of_threads_and_another_seed_others()
    {
        using TemporaryFolder folder = new();
        string corpus = ToyCorpus.Write(folder);
        byte[] Train(string name, TrainingOptions options)
        {
            string file = Path.Combine(folder.FullPath, name);
            ModelTrainer.Train(corpus, file, options with { Epochs = 2 }, cancellationToken: TestContext.Current.CancellationToken);
            return File.ReadAllBytes(file);
        }

        byte[] one = Train("one", ToyCorpus.Options with { Threads = 1 });
        Assert.Equal(one, Train("two", ToyCorpus.Options with { Threads = 2 }));
        Assert.Equal(one, Train("three", ToyCorpus.Options with { Threads = 3 }));
        Assert.NotEqual(one, Train("other", ToyCorpus.Options with { Seed = 2 }));
    }

    [Fact]
    public void A_run_that_was_interrupted_goes_on_to_the_same_bytes()
    {
        using TemporaryFolder folder = new();
        string corpus = ToyCorpus.Write(folder), whole = Path.Combine(folder.FullPath, "whole"), resumed = Path.Combine(folder.FullPath, "resumed");
        TrainingOptions options = ToyCorpus.Options with { Epochs = 4 };
        ModelTrainer.Train(corpus, whole, options, cancellationToken: TestContext.Current.CancellationToken);

        using CancellationTokenSource stop = new();
        Recorder<TrainingProgress> stopAfterTwoEpochs = new(p =>
        {
            if (p.Epoch == 2)
            {
                stop.Cancel();
            }
        });
        Assert.Throws<OperationCanceledException>(() => ModelTrainer.Train(corpus, resumed, options, stopAfterTwoEpochs, stop.Token));
        Assert.False(File.Exists(resumed));
        Assert.True(File.Exists(resumed + ".checkpoint"));
        List<int> epochs = [];
        ModelTrainer.Train(corpus, resumed, options, new Recorder<TrainingProgress>(p => epochs.Add(p.Epoch)), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(1, epochs);
        Assert.Equal(File.ReadAllBytes(whole), File.ReadAllBytes(resumed));
        Assert.False(File.Exists(resumed + ".checkpoint"));
    }

    [Fact]
    public void A_checkpoint_of_other_options_is_not_gone_on_with()
    {
        using TemporaryFolder folder = new();
        string corpus = ToyCorpus.Write(folder), file = Path.Combine(folder.FullPath, "model"), alone = Path.Combine(folder.FullPath, "alone");
        using CancellationTokenSource stop = new();
        Assert.Throws<OperationCanceledException>(() => ModelTrainer.Train(corpus, file, ToyCorpus.Options, new Recorder<TrainingProgress>(_ => stop.Cancel()), stop.Token));
        TrainingOptions other = ToyCorpus.Options with { Seed = 9, Epochs = 1 };
        ModelTrainer.Train(corpus, file, other, cancellationToken: TestContext.Current.CancellationToken);
        ModelTrainer.Train(corpus, alone, other, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(File.ReadAllBytes(alone), File.ReadAllBytes(file));
    }

    [Fact]
    public void Signed_bytes_rank_as_the_floats_that_they_were_made_of()
    {
        using TemporaryFolder folder = new();
        string corpus = ToyCorpus.Write(folder), file = Path.Combine(folder.FullPath, "model");
        ModelTrainer.Train(corpus, file, ToyCorpus.Options, cancellationToken: TestContext.Current.CancellationToken);
        ModelState bytes = ModelExporter.Read(StaticEmbeddingModel.Load(file));
        string again = Path.Combine(folder.FullPath, "again");
        using (FileStream stream = File.Create(again))
        {
            ModelExporter.Write(stream, "again", StaticEmbeddingModel.Load(file).Vocabulary, bytes, StaticEmbeddingModel.Load(file).Weights);
        }

        ModelState twice = ModelExporter.Read(StaticEmbeddingModel.Load(again));
        for (int row = 0; row < bytes.Rows; row++)
        {
            ReadOnlySpan<float> a = bytes.Table.AsSpan(row * 64, 64), b = twice.Table.AsSpan(row * 64, 64);
            Assert.True(TensorPrimitives.CosineSimilarity(a, b) > .9999f, $"row {row}");
        }
    }

    [Fact]
    public void Scalars_by_field_are_learned_and_exported_and_give_the_same_bytes_on_any_number_of_threads()
    {
        using TemporaryFolder folder = new();
        string corpus = ToyCorpus.Write(folder);
        (byte[] Bytes, TrainingResult Result) Train(int threads)
        {
            string file = Path.Combine(folder.FullPath, $"model{threads}");
            TrainingOptions options = ToyCorpus.Options with { FieldScalars = true, DocumentationProbability = .5, Threads = threads };
            TrainingResult result = ModelTrainer.Train(corpus, file, options, cancellationToken: TestContext.Current.CancellationToken);
            return (File.ReadAllBytes(file), result);
        }

        (byte[] one, TrainingResult learned) = Train(1);
        Assert.Equal(one, Train(2).Bytes);
        Assert.True(learned.DevelopmentMrr > .9, $"MRR {learned.DevelopmentMrr}");
        Assert.Equal(learned.DevelopmentMrr!.Value, learned.ExportedMrr!.Value, .01);
        StaticEmbeddingModel model = StaticEmbeddingModel.Load(new MemoryStream(one));
        int row = model.Vocabulary.Find(Token.TryParse(ToyCorpus.Coded(3))!.Value);
        Assert.NotEqual(model.ScaleOf(row, UnitField.Name), model.ScaleOf(row, UnitField.Body));
    }

    [Fact]
    public void A_model_to_go_on_from_is_where_training_begins()
    {
        using TemporaryFolder folder = new();
        string corpus = ToyCorpus.Write(folder), first = Path.Combine(folder.FullPath, "first"), second = Path.Combine(folder.FullPath, "second");
        ModelTrainer.Train(corpus, first, ToyCorpus.Options, cancellationToken: TestContext.Current.CancellationToken);
        TrainingOptions options = ToyCorpus.Options with { InitialModel = first, LearningRate = 1e-6, ScalarLearningRate = 0, Epochs = 1 };
        TrainingResult result = ModelTrainer.Train(corpus, second, options, cancellationToken: TestContext.Current.CancellationToken);
        ModelState a = ModelExporter.Read(StaticEmbeddingModel.Load(first)), b = ModelExporter.Read(StaticEmbeddingModel.Load(second));
        for (int row = 0; row < a.Rows; row++)
        {
            Assert.True(TensorPrimitives.CosineSimilarity<float>(a.Table.AsSpan(row * 64, 64), b.Table.AsSpan(row * 64, 64)) > .999f, $"row {row}");
        }

        Assert.True(result.DevelopmentMrr > .9, $"MRR {result.DevelopmentMrr}");
        Assert.Throws<ArgumentException>(() => ModelTrainer.Train(corpus, second, options with { Dimensions = 128 }));
    }

    [Fact]
    public void At_most_so_many_pairs_of_a_package_come_in_a_pass()
    {
        using TemporaryFolder folder = new();
        string corpus = ToyCorpus.Write(folder), file = Path.Combine(folder.FullPath, "model");
        int Steps(int most)
        {
            List<TrainingProgress> seen = [];
            TrainingOptions options = ToyCorpus.Options with { PairsOfAPackage = most, Epochs = 1 };
            ModelTrainer.Train(corpus, file, options, new Recorder<TrainingProgress>(seen.Add), TestContext.Current.CancellationToken);
            return seen[^1].Steps;
        }

        // Four packages of 180 pairs, 64 a step.
        Assert.Equal((12, 7, 12), (Steps(0), Steps(100), Steps(1000)));
    }

    [Fact]
    public void A_share_of_the_packages_leaves_pairs_out_and_the_same_ones_each_time()
    {
        using TemporaryFolder folder = new();
        string corpus = ToyCorpus.Write(folder), file = Path.Combine(folder.FullPath, "model");
        int Pairs(double share) =>
            ModelTrainer.Train(corpus, file, ToyCorpus.Options with { Epochs = 1, PackageShare = share }, cancellationToken: TestContext.Current.CancellationToken).Pairs;
        Assert.InRange(Pairs(.6), 1, Pairs(1) - 1);
        Assert.Equal(Pairs(.6), Pairs(.6));
    }

    [Fact]
    public void Options_out_of_range_name_themselves()
    {
        ArgumentOutOfRangeException Fault(TrainingOptions options) =>
            Assert.Throws<ArgumentOutOfRangeException>(() => ModelTrainer.Train("corpus", "model", options));
        Assert.Equal("Dimensions", Fault(new TrainingOptions { Dimensions = 100 }).ParamName);
        Assert.Equal("BatchSize", Fault(new TrainingOptions { BatchSize = 100 }).ParamName);
        Assert.Equal("Temperature", Fault(new TrainingOptions { Temperature = double.NaN }).ParamName);
        Assert.Equal("VocabularySize", Fault(new TrainingOptions { VocabularySize = 70_000 }).ParamName);
    }

    [Fact]
    public void A_corpus_that_is_none_or_is_cut_short_is_refused()
    {
        using TemporaryFolder folder = new();
        string corpus = ToyCorpus.Write(folder), model = Path.Combine(folder.FullPath, "model");
        byte[] bytes = File.ReadAllBytes(corpus);
        File.WriteAllText(corpus, "no corpus");
        Assert.Throws<StructIndexException>(() => ModelTrainer.Train(corpus, model));
        File.WriteAllBytes(corpus, bytes[..(bytes.Length - 20)]);
        Assert.Throws<StructIndexException>(() => ModelTrainer.Train(corpus, model));
        Assert.False(File.Exists(model));
    }
}
