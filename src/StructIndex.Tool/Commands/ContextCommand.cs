using System.CommandLine;

namespace StructIndex;

/// <summary><c>structindex context DIR|FILE "question"</c>: the best code for a question within a token budget, for a prompt.</summary>
internal static class ContextCommand
{
    private const int DefaultBudget = 2000;

    public static Command Create(ToolConsole console)
    {
        Command command = new(
            "context",
            """
            Write the best code for a question within a token budget, as Markdown for a prompt.

            A small budget gives signatures with documentation from several files, a larger one whole functions, callers and callees. Each piece says
            its path, its lines and why it is there; the last line says how much was left out:
              structindex context . "where are JWT tokens validated?" --budget 4000
              structindex context code.index "retry with backoff" --path "src/**" --json
              structindex context code.index "how is tea made?" --min-relevance 0.8      (nothing, where nothing answers)
            """);
        IndexInput input = IndexInput.AddTo(command);
        Argument<string> question = new("QUESTION") { Description = "Words, a symbol such as Type.Member, or code; behind -- also what reads as an option, such as -n." };
        Option<int> budget = new("--budget", "-b") { Description = "Most tokens, by an estimate that errs upwards.", DefaultValueFactory = _ => DefaultBudget, HelpName = "TOKENS", CustomParser = OptionValues.Count };
        Option<double?> minimum = new("--min-relevance") { Description = "How likely an answer must be, 0 to 1, for anything to be written. Without it: 0, since a reader can leave a piece aside.", HelpName = "P", CustomParser = OptionValues.Share };
        Option<bool> json = new("--json") { Description = "One JSON object a line, one for each piece (path start end language why tokens units text), and a last one with budget, tokens and leftOut." };
        command.Add(question);
        command.Add(budget);
        FilterOptions filter = FilterOptions.AddTo(command, withKinds: false);
        command.Add(minimum);
        command.Add(json);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            CodeIndex index = await input.OpenAsync(arguments, console, IndexNeeds.Search, cancellationToken).ConfigureAwait(false);
            ContextOptions options = new() { Filter = filter.Of(arguments), MinimumRelevance = arguments.GetValue(minimum) ?? 0 };
            ContextPack pack = await index.BuildContextAsync(arguments.GetRequiredValue(question), arguments.GetValue(budget), options, cancellationToken).ConfigureAwait(false);
            Write(pack, console, arguments.GetValue(json));
            return pack.Pieces.Count > 0 ? ExitCode.Found : ExitCode.Nothing;
        });
        return command;
    }

    private static void Write(ContextPack pack, ToolConsole console, bool asJson)
    {
        if (pack.Pieces.Count == 0)
        {
            console.Error.WriteLine($"structindex: nothing found: {pack.Reason}");
        }
        else if (asJson)
        {
            new ContextLines(console.Output).Write(pack);
        }
        else
        {
            console.Output.Write(pack.Text);
        }
    }
}
