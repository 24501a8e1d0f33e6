using System.CommandLine;

namespace StructIndex;

/// <summary><c>structindex callers|callees DIR|FILE SYMBOL</c>: the edges into or out of a symbol.</summary>
internal static class NeighboursCommand
{
    public static Command CreateCallers(ToolConsole console) =>
        Create("callers", "Who calls, makes or hands over a symbol, with how each edge is known.", console, static (graph, unit, throughDispatch) => graph.CallersOf(unit, throughDispatch));

    public static Command CreateCallees(ToolConsole console) =>
        Create("callees", "What a symbol calls, makes or hands over, with how each edge is known.", console, static (graph, unit, throughDispatch) => graph.CalleesOf(unit, throughDispatch));

    private static Command Create(string name, string description, ToolConsole console, Func<CodeGraph, CodeUnit, bool, IReadOnlyList<CodeEdge>> neighbours)
    {
        Command command = new(name, description);
        IndexInput input = IndexInput.AddTo(command);
        Argument<string> symbol = SymbolArgument.AddTo(command);
        Option<bool> json = new("--json") { Description = "One JSON object a line: from to kind certainty path line." };
        Option<bool> dispatch = new("--dispatch") { Description = "Also through members that override or implement one another, and from events to their handlers." };
        command.Add(json);
        command.Add(dispatch);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            CodeIndex index = await input.OpenAsync(arguments, console, IndexNeeds.Edges, cancellationToken).ConfigureAwait(false);
            MissingEdges.Warn(index, console);
            IReadOnlyList<CodeUnit> units = SymbolArgument.Find(index, arguments.GetRequiredValue(symbol), console);
            List<CodeEdge> edges = [.. units.SelectMany(unit => neighbours(index.Graph, unit, arguments.GetValue(dispatch)))];
            EdgeLines.Write(edges, console, arguments.GetValue(json));
            if (units.Count > 0 && edges.Count == 0)
            {
                console.Error.WriteLine($"structindex: {units[0].QualifiedName} has no {name} in this code base");
            }

            return edges.Count > 0 ? ExitCode.Found : ExitCode.Nothing;
        });
        return command;
    }
}
