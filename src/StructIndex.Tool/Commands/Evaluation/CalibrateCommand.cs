using System.CommandLine;
using System.Globalization;

namespace StructIndex;

/// <summary>
/// <c>structindex calibrate DIR|FILE --queries FILE -o FILE</c>: fits where searches abstain to the user's own questions.
/// </summary>
internal static class CalibrateCommand
{
    private const double DefaultPrecision = .9;

    public static Command Create(ToolConsole console)
    {
        Command command = new("calibrate",
            """
            Fit to your own questions how sure a search must be before it answers, and keep that in the index.

            The questions are those of 'structindex eval': one JSON object a line, {"id","query","relevant":[{"path"}]};
            an empty list of what is relevant is a question that should get no answer.
              structindex calibrate code.index --queries questions.jsonl --precision 0.95
              structindex calibrate . --queries questions.jsonl --false-alarms 0.05 -o code.index
            """);
        IndexInput input = IndexInput.AddTo(command);
        Option<string> queries = new("--queries") { Description = "The questions.", HelpName = "FILE", Required = true };
        Option<double?> precision = new("--precision") { Description = "Share of the answered questions whose first result must be right. Without a target: 0.9.", HelpName = "SHARE", CustomParser = OptionValues.Share };
        Option<double?> falseAlarms = new("--false-alarms") { Description = "Share of the questions without an answer that may be answered.", HelpName = "SHARE", CustomParser = OptionValues.Share };
        Option<string?> output = new("--output", "-o") { Description = "The index file to write; an index file that was given is replaced where this is left out.", HelpName = "FILE" };
        command.Add(queries);
        command.Add(precision);
        command.Add(falseAlarms);
        Option<bool> force = OutputFile.ForceOption();
        command.Add(output);
        command.Add(force);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (arguments.GetValue(precision) is not null && arguments.GetValue(falseAlarms) is not null)
            {
                throw new ArgumentException("--precision and --false-alarms are two targets; give one");
            }

            string given = input.PathOf(arguments);
            string? file = arguments.GetValue(output) ?? (File.Exists(given) ? given : null);
            OutputFile.CheckIndex(file, arguments.GetValue(force));
            CalibrationTarget target = arguments.GetValue(falseAlarms) is { } alarms ? CalibrationTarget.FalseAlarms(alarms) : CalibrationTarget.Precision(arguments.GetValue(precision) ?? DefaultPrecision);
            IReadOnlyList<EvaluationQuery> asked = EvaluationQueries.Load(arguments.GetRequiredValue(queries));
            CodeIndex index = await input.OpenAsync(arguments, console, IndexNeeds.Search, cancellationToken).ConfigureAwait(false);
            RelevanceCalibration found = await RelevanceCalibrator.CalibrateAsync(index, asked, target, cancellationToken: cancellationToken).ConfigureAwait(false);
            await WriteAsync(console, found, asked, target).ConfigureAwait(false);
            if (file is null && found.Reached)
            {
                await console.Error.WriteLineAsync("structindex: nothing was saved; name an index file with --output").ConfigureAwait(false);
            }
            else if (file is not null && found.Reached)
            {
                await index.WithMinimumRelevance(found.MinimumRelevance).SaveAsync(file, cancellationToken).ConfigureAwait(false);
                await console.Output.WriteLineAsync($"saved in {file}").ConfigureAwait(false);
            }

            return found.Reached ? ExitCode.Found : ExitCode.Nothing;
        });
        return command;
    }

    private static async Task WriteAsync(ToolConsole console, RelevanceCalibration found, IReadOnlyList<EvaluationQuery> asked, CalibrationTarget target)
    {
        int nothing = asked.Count(query => query.ExpectsNothing);
        await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"minimum relevance {found.MinimumRelevance:0.0000}")).ConfigureAwait(false);
        await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"answered          {found.Answered:0.0 %} of {asked.Count - nothing} questions that have an answer")).ConfigureAwait(false);
        await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"precision         {found.Precision:0.0 %} of the answered questions have a right first result")).ConfigureAwait(false);
        if (found.FalseAlarms is { } alarms)
        {
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"false alarms      {alarms:0.0 %} of {nothing} questions that have none")).ConfigureAwait(false);
        }

        if (!found.Reached)
        {
            await console.Error.WriteLineAsync($"structindex: no threshold reaches {target}; nothing was saved").ConfigureAwait(false);
        }
    }
}
