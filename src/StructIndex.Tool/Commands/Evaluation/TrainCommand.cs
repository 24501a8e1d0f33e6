using System.CommandLine;
using System.Globalization;

namespace StructIndex;

/// <summary><c>structindex train FILE -o MODEL</c>: trains a static embedding model.</summary>
internal static class TrainCommand
{
    public static Command Create(ToolConsole console)
    {
        TrainingOptions defaults = new();
        Command command = new("train", "Train a static embedding model from a corpus of 'structindex corpus', on the processor alone. An interrupted run goes on where it stopped.");
        Argument<string> corpus = new("FILE") { Description = "The corpus." };
        Option<string> output = new("--output", "-o") { Description = "The model file to write.", HelpName = "MODEL", Required = true };
        Option<string> name = new("--name") { Description = "Name of the model.", DefaultValueFactory = _ => defaults.Name };
        Option<int> seed = new("--seed") { Description = "Seed of everything random.", DefaultValueFactory = _ => defaults.Seed };
        Option<int> epochs = new("--epochs") { Description = "Passes over the pairs.", DefaultValueFactory = _ => defaults.Epochs };
        Option<int> dimensions = new("--dimensions") { Description = "Components of a vector; a multiple of 64.", DefaultValueFactory = _ => defaults.Dimensions };
        Option<int> words = new("--words") { Description = "Most words with a vector.", DefaultValueFactory = _ => defaults.VocabularySize };
        Option<int> threads = new("--threads") { Description = "Threads; the result does not depend on them.", DefaultValueFactory = _ => defaults.Threads };
        Option<bool> learned = new("--learned-weights") { Description = "Give the model the field weights that training learned, in place of those chosen for repositories." };
        command.Add(corpus);
        foreach (Option option in (Option[])[output, name, seed, epochs, dimensions, words, threads, learned])
        {
            command.Add(option);
        }

        command.SetAction(async (arguments, cancellationToken) =>
        {
            TrainingOptions options = defaults with
            {
                Name = arguments.GetRequiredValue(name),
                Seed = arguments.GetValue(seed),
                Epochs = arguments.GetValue(epochs),
                Dimensions = arguments.GetValue(dimensions),
                VocabularySize = arguments.GetValue(words),
                Threads = arguments.GetValue(threads),
                FinalWeights = arguments.GetValue(learned) ? null : defaults.FinalWeights,
            };
            string file = arguments.GetRequiredValue(output);
            TrainingResult result = await Task.Run(() => ModelTrainer.Train(arguments.GetRequiredValue(corpus), file, options, new Reporter(console), cancellationToken), cancellationToken).ConfigureAwait(false);
            await console.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Pairs} pairs, {result.Words} words, {result.Duration.TotalMinutes:0.0} minutes, {(result.DevelopmentMrr is double mrr ? $"MRR@10 {mrr:0.000} on held-out projects" : "nothing held out")} -> {file} ({new FileInfo(file).Length / 1e6:0.0} MB)")).ConfigureAwait(false);
            return ExitCode.Found;
        });
        return command;
    }

    private sealed class Reporter(ToolConsole console) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            string mrr = value.DevelopmentMrr is double known ? string.Create(CultureInfo.InvariantCulture, $", MRR@10 {known:0.000} on held-out projects") : "";
            string line = string.Create(CultureInfo.InvariantCulture, $"epoch {value.Epoch}, step {value.Step} of {value.Steps}, loss {value.Loss:0.000}, {value.PairsPerSecond:0} pairs/s{mrr}");
            if (console.IsTerminal)
            {
                console.Redraw(line + (mrr.Length > 0 ? "\n" : ""));
            }
            else
            {
                console.Error.WriteLine($"structindex: {line}");
            }
        }
    }
}
