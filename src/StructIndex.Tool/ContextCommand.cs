using System.CommandLine;
using System.Globalization;

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
            """);
        IndexInput input = IndexInput.AddTo(command);
        Argument<string> question = new("QUESTION") { Description = "Words, a symbol such as Type.Member, or code." };
        Option<int> budget = new("--budget", "-b") { Description = "Most tokens, by an estimate that errs upwards.", DefaultValueFactory = _ => DefaultBudget, HelpName = "TOKENS" };
        Option<string[]> languages = new("--language", "-l") { Description = "Only this language, for example python; may be repeated.", HelpName = "NAME" };
        Option<string[]> paths = new("--path", "-p") { Description = "Only files that match the glob; may be repeated.", HelpName = "GLOB" };
        Option<bool> json = new("--json") { Description = "One JSON object a line, one for each piece (path start end language why tokens units text), and a last one with budget, tokens and leftOut." };
        command.Add(question);
        foreach (Option option in (Option[])[budget, languages, paths, json])
        {
            command.Add(option);
        }

        command.SetAction(async (arguments, cancellationToken) =>
        {
            int most = arguments.GetValue(budget);
            if (most < 1)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"--budget must be 1 or more, and is {most}"));
            }

            ContextOptions options = new()
            {
                Filter = new UnitFilter { Languages = arguments.GetValue(languages) ?? [], PathGlobs = arguments.GetValue(paths) ?? [] },
            };
            CodeIndex index = await input.OpenAsync(arguments, console, IndexNeeds.Search, cancellationToken).ConfigureAwait(false);
            ContextPack pack = await index.BuildContextAsync(arguments.GetRequiredValue(question), most, options, cancellationToken).ConfigureAwait(false);
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
