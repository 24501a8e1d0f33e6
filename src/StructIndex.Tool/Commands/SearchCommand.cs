using System.CommandLine;
using System.Globalization;

namespace StructIndex;

/// <summary><c>structindex search DIR|FILE "question"</c>: the best units for a question or a symbol.</summary>
internal static class SearchCommand
{
    // What rounds to 0 % is not shown unless everything is asked for.
    private const double MinShownRelevance = .005;

    public static Command Create(ToolConsole console)
    {
        Command command = new("search", "Find the functions and types that answer a question, or that a symbol names.");
        IndexInput input = IndexInput.AddTo(command);
        Argument<string> question = new("QUESTION") { Description = "Words, a symbol such as Type.Member, or code; behind -- also what reads as an option, such as -n." };
        Option<int> limit = new("--limit", "-n") { Description = "Most results to show.", DefaultValueFactory = _ => 10, HelpName = "N", CustomParser = OptionValues.Count };
        Option<double?> minimum = new("--min-relevance") { Description = "How likely an answer must be, 0 to 1; 0 always answers, with hits of 0 % too. Without it: what the index was calibrated for; unlikely answers are shown and called weak.", HelpName = "P", CustomParser = OptionValues.Share };
        Option<bool> unitsFirst = new("--units-first") { Description = "The best functions and types, however many of one file; without it, one of each file first." };
        Option<bool> json = new("--json") { Description = "One JSON object a line: rank path start end symbol kind signature relevance score." };
        Option<bool> explain = new("--explain") { Description = "Show the parts of each score." };
        command.Add(question);
        command.Add(limit);
        FilterOptions filter = FilterOptions.AddTo(command, withKinds: true);
        command.Add(minimum);
        command.Add(unitsFirst);
        command.Add(json);
        command.Add(explain);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            string asked = arguments.GetRequiredValue(question);
            OpenedIndex opened = await input.OpenForAsync(asked, arguments, console, cancellationToken).ConfigureAwait(false);
            SearchOptions options = new()
            {
                Limit = arguments.GetValue(limit),
                Filter = filter.Of(arguments),
                MinimumRelevance = arguments.GetValue(minimum),
                MinimumHitRelevance = arguments.GetValue(minimum) == 0 ? 0 : MinShownRelevance,
                UnitsFirst = arguments.GetValue(unitsFirst),
                Explain = arguments.GetValue(explain),
            };
            SearchResult found = await opened.Index.SearchAsync(asked, options, cancellationToken).ConfigureAwait(false);
            Write(found, console, arguments.GetValue(json));
            if (opened.Finish is { } finish)
            {
                await console.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
                await console.Error.WriteLineAsync("structindex: this was answered by words and vectors alone; the calls between C# functions are bound now, for the next question").ConfigureAwait(false);
                await finish(cancellationToken).ConfigureAwait(false);
            }

            return found.Hits.Count > 0 ? ExitCode.Found : ExitCode.Nothing;
        });
        return command;
    }

    private static void Write(SearchResult found, ToolConsole console, bool asJson)
    {
        foreach (WordReading reading in found.Readings)
        {
            console.Error.WriteLine($"structindex: '{reading.Written}' is not in the index and was read as '{reading.ReadAs}'");
        }

        if (found.Outcome == SearchOutcome.Weak)
        {
            console.Error.WriteLine($"structindex: the answer is weak: {found.Reason}");
        }

        JsonLines lines = new(console.Output);
        foreach (SearchHit hit in found.Hits)
        {
            if (asJson)
            {
                lines.WriteHit(hit);
                continue;
            }

            console.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{hit.Rank,3}. {hit.Relevance * 100,3:0} %  {hit.Unit.Path}:{hit.Unit.Lines}  {JsonLines.Name(hit.Unit.Kind)} {hit.Unit.QualifiedName}"));
            string shown = hit.Unit.Signature.Length > 0 ? hit.Unit.Signature : FirstLine(hit.Unit.Documentation);
            if (shown.Length > 0)
            {
                console.Output.WriteLine($"            {shown}");
            }

            foreach (ScorePart part in hit.Parts)
            {
                console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"              {part.Value,9:0.0000}  {part.Name}"));
            }
        }

        if (found.Hits.Count == 0)
        {
            string hint = found.Relevance > 0 ? " '--min-relevance 0' shows what comes nearest." : "";
            console.Error.WriteLine($"structindex: nothing found: {found.Reason}{hint}");
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0];
}
