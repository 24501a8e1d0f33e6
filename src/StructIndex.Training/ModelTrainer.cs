using System.Diagnostics;

namespace StructIndex;

/// <summary>
/// Trains a static embedding model from a corpus of documentation/code pairs, on the processor alone. The same corpus, options and seed
/// give the same bytes on the same kind of processor, whatever the number of threads.
/// </summary>
public static class ModelTrainer
{
    private const int MaxDevelopmentQueries = 1000;
    private const int MinDevelopmentPool = 50;
    private static readonly TimeSpan s_reportEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_saveEvery = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Trains a model. A run that was interrupted left <c>MODEL.checkpoint</c>, and the same call goes on from there to the same result.
    /// </summary>
    /// <param name="corpus">A file that <see cref="CorpusMiner"/> made.</param>
    /// <param name="model">The file to write; <see cref="StaticEmbeddingModel.Load(string)"/> reads it.</param>
    /// <param name="options">The recipe; the defaults when null.</param>
    /// <param name="progress">Receives a report every few seconds and after each epoch; null for no reports.</param>
    /// <param name="cancellationToken">Stops after the step that is running, with a checkpoint.</param>
    /// <returns>What the run gave.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">The initial model has other dimensions.</exception>
    /// <exception cref="StructIndexException">
    /// The corpus is none, is damaged or holds no pair to learn from; or the initial model is none.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static TrainingResult Train(
        string corpus, string model, TrainingOptions? options = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(corpus);
        ArgumentException.ThrowIfNullOrEmpty(model);
        options ??= new TrainingOptions();
        options.Validate();
        Stopwatch clock = Stopwatch.StartNew();
        CorpusReader reader = new(corpus);
        Vocabulary vocabulary = TrainingSetBuilder.ChooseWords(reader, options.VocabularySize, options.MinOccurrences);
        bool[] drawn = [.. Enumerable.Range(0, reader.Packages.Count).Select(package => new RandomStream(0, (ulong)package).NextDouble() < options.PackageShare)];
        TrainingSet set = TrainingSetBuilder.Build(reader, vocabulary, head => head.Split == CorpusSplit.Development || (head.Split == CorpusSplit.Train && drawn[head.Package]), cancellationToken);
        int pairs = set.Heads.Count(h => h.Split == CorpusSplit.Train);
        if (pairs == 0)
        {
            throw new StructIndexException($"The corpus '{corpus}' holds no pair to learn from.", corpus);
        }

        ModelState state = ModelState.Create(set, vocabulary.Count, options);
        if (options.InitialModel is string initial)
        {
            ModelExporter.Begin(state, vocabulary, StaticEmbeddingModel.Load(initial));
        }

        Checkpoint checkpoint = new(model + ".checkpoint", Checkpoint.FingerprintOf(options, corpus));
        checkpoint.TryLoad(state);
        QueryMaker queries = new(set, options, QueryVocabulary.Openings(vocabulary), QueryVocabulary.LanguageNames(set.Languages, vocabulary));
        double? developmentMrr = Run(set, state, queries, options, checkpoint, progress, cancellationToken);

        if (options.FamilyCount > 0)
        {
            WordFamilies.Blend(state, vocabulary, options.FamilyCount);
        }

        FieldWeights learned = LearnedWeights(state);
        string unfinished = model + ".tmp";
        using (FileStream file = File.Create(unfinished))
        {
            ModelExporter.Write(file, options.Name, vocabulary, state, options.FinalWeights ?? learned);
        }

        File.Move(unfinished, model, overwrite: true);
        checkpoint.Delete();
        TimeSpan duration = clock.Elapsed;
        ModelState exported = ModelExporter.Read(StaticEmbeddingModel.Load(model));
        state.FieldWeights.CopyTo(exported.FieldWeights, 0);
        double? exportedMrr = MeanMrr(set, exported, queries, PairPool.Of(set, CorpusSplit.Development, MaxDevelopmentQueries, MinDevelopmentPool));
        return new TrainingResult(pairs, vocabulary.Count, learned, developmentMrr, exportedMrr, duration);
    }

    private static double? Run(
        TrainingSet set,
        ModelState state,
        QueryMaker queries,
        TrainingOptions options,
        Checkpoint checkpoint,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        // The vectors before training are a random projection of the words: near enough for what is about the same matter, and the same
        // after a resume.
        GroupNeighbours? neighbours = options.SimilarGroups == 0 ? null : new(set, ModelState.Create(set, state.Rows, options), options);
        PairTrainer trainer = new(set, state, queries, options);
        IReadOnlyList<PairPool> pools = PairPool.Of(set, CorpusSplit.Development, MaxDevelopmentQueries, MinDevelopmentPool);
        int stepsOfEpoch = BatchPlan.Steps(set, options);
        int steps = options.Epochs * stepsOfEpoch;
        double? developmentMrr = state.Step == steps ? MeanMrr(set, state, queries, pools) : null;
        Stopwatch sinceReport = Stopwatch.StartNew(), sinceSave = Stopwatch.StartNew();
        for (int epoch = state.Step / stepsOfEpoch; epoch < options.Epochs; epoch++)
        {
            int[] order = BatchPlan.Order(set, options, epoch, neighbours);
            (double loss, int counted, long seen) = (0, 0, 0);
            for (int step = state.Step - (epoch * stepsOfEpoch); step < stepsOfEpoch; step++)
            {
                int from = step * options.BatchSize, to = Math.Min(from + options.BatchSize, order.Length);
                double decay = 1 - ((1 - options.FinalRateShare) * state.Step / steps);
                loss += trainer.Step(order.AsSpan(from..to), epoch, from, decay);
                counted++;
                seen += to - from;
                bool last = step == stepsOfEpoch - 1;
                if (cancellationToken.IsCancellationRequested || sinceSave.Elapsed > s_saveEvery)
                {
                    checkpoint.Save(state);
                    sinceSave.Restart();
                    cancellationToken.ThrowIfCancellationRequested();
                }

                if (last || sinceReport.Elapsed > s_reportEvery)
                {
                    double rate = seen / sinceReport.Elapsed.TotalSeconds;
                    developmentMrr = last ? MeanMrr(set, state, queries, pools) : null;
                    progress?.Report(new TrainingProgress(epoch + 1, state.Step, steps, loss / counted, rate, developmentMrr));
                    (loss, counted, seen) = (0, 0, 0);
                    sinceReport.Restart();
                }
            }
        }

        return developmentMrr;
    }

    private static double? MeanMrr(TrainingSet set, ModelState state, QueryMaker queries, IReadOnlyList<PairPool> pools) =>
        pools.Count == 0 ? null : pools.Average(pool => RankMeasure.MrrAt10(pool, new DensePool(set, state, queries, pool)));

    private static FieldWeights LearnedWeights(ModelState state)
    {
        float[] w = state.FieldWeights;
        return new FieldWeights(w[0], w[1], w[2], w[3], w[5], w[4]);
    }
}
