using System.CommandLine;

namespace StructIndex;

/// <summary><c>structindex layers DIR|FILE [RULES]</c>: cycles, and uses against the stated layers.</summary>
internal static class LayersCommand
{
    public static Command Create(ToolConsole console)
    {
        Command command = new(
            "layers",
            """
            Find cycles of folders, namespaces or projects, and uses against stated layers; for CI: exit code 1 where there are any.

            With a file of rules only these are checked. It is a JSON array:
              [
                { "in": "src/Core", "order": ["Text", "Units", "Search", "."] },
                { "in": "src", "mayUse": { "Core": [], "Tool": ["Core"] } }
              ]
            'order' names the folders below 'in', lowest first: each may use those before it; '.' is for files directly in it.
            'mayUse' says for each folder which others it may use. Tests and guessed edges do not count.
            """);
        IndexInput input = IndexInput.AddTo(command);
        Argument<string?> rules = new("RULES") { Description = "A file of rules; without it cycles are looked for.", Arity = ArgumentArity.ZeroOrOne };
        Option<LayerRooms> by = new("--by") { Description = "Look for cycles of folders, namespaces or projects.", HelpName = "ROOMS" };
        Option<bool> json = new("--json") { Description = "One JSON object a line: of cycles rooms arrows, of violations folder from to path line symbol used." };
        command.Add(rules);
        command.Add(by);
        command.Add(json);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            LayerRules? stated = arguments.GetValue(rules) is { } file ? Read(file) : null;
            CodeIndex index = await input.OpenAsync(arguments, console, IndexNeeds.Edges, cancellationToken).ConfigureAwait(false);
            MissingEdges.Warn(index, console);
            LayersWriter writer = new(console.Output, arguments.GetValue(json));
            int found = stated is null ? writer.Write(index.Graph.FindCycles(arguments.GetValue(by))) : writer.Write(index.Graph.CheckLayers(stated));
            return found == 0 ? ExitCode.Found : ExitCode.Nothing;
        });
        return command;
    }

    private static LayerRules Read(string file)
    {
        try
        {
            return LayerRules.Parse(File.ReadAllText(file));
        }
        catch (StructIndexException e)
        {
            throw new StructIndexException($"{file}: {e.Message}", file, e);
        }
    }
}
