using System.CommandLine;

namespace StructIndex;

/// <summary><c>structindex edges DIR|FILE</c>: every edge, one a line.</summary>
internal static class EdgesCommand
{
    public static Command Create(ToolConsole console)
    {
        Command command = new("edges", "List every edge of the graph, one a line, with how it is known.");
        IndexInput input = IndexInput.AddTo(command);
        Option<bool> json = new("--json") { Description = "One JSON object a line: from to kind certainty path line." };
        command.Add(json);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            CodeIndex index = await input.OpenAsync(arguments, console, IndexNeeds.Edges, cancellationToken).ConfigureAwait(false);
            MissingEdges.Warn(index, console);
            EdgeLines.Write(index.Graph.Edges, console, arguments.GetValue(json));
            return index.Graph.Edges.Count > 0 ? ExitCode.Found : ExitCode.Nothing;
        });
        return command;
    }
}
