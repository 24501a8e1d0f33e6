using System.CommandLine;

namespace StructIndex;

/// <summary><c>structindex units DIR|FILE</c>: every unit, one a line.</summary>
internal static class UnitsCommand
{
    public static Command Create(ToolConsole console)
    {
        Command command = new("units", "List every unit, one a line, by path and line.");
        IndexInput input = IndexInput.AddTo(command);
        Option<bool> json = new("--json")
        {
            Description = "One JSON object a line: id kind name container qualifiedName signature documentation attributes path start end language role.",
        };
        command.Add(json);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            CodeIndex index = await input.OpenAsync(arguments, console, IndexNeeds.Units, cancellationToken).ConfigureAwait(false);
            JsonLines lines = new(console.Output);
            foreach (CodeUnit unit in index.Units)
            {
                if (arguments.GetValue(json))
                {
                    lines.WriteUnit(unit);
                }
                else
                {
                    console.Output.WriteLine($"{unit.Path}:{unit.Lines}  {JsonLines.Name(unit.Kind)} {unit.QualifiedName}");
                }
            }

            return index.Units.Count > 0 ? ExitCode.Found : ExitCode.Nothing;
        });
        return command;
    }
}
