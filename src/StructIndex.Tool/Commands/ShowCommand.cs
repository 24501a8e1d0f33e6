using System.CommandLine;

namespace StructIndex;

/// <summary><c>structindex show DIR|FILE SYMBOL</c>: a unit with its documentation, code and place in the graph.</summary>
internal static class ShowCommand
{
    private const int MaxNeighbours = 20;

    public static Command Create(ToolConsole console)
    {
        Command command = new("show", "Show a symbol: its documentation, its code, and its place in the graph.");
        IndexInput input = IndexInput.AddTo(command);
        Argument<string> symbol = SymbolArgument.AddTo(command);
        Option<bool> json = new("--json") { Description = "One JSON object a line: the fields of 'units', code, and the ids of bases implementations callers tests callees." };
        command.Add(json);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            CodeIndex index = await input.OpenAsync(arguments, console, IndexNeeds.Edges, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<CodeUnit> units = SymbolArgument.Find(index, arguments.GetRequiredValue(symbol), console);
            JsonLines lines = new(console.Output);
            foreach (CodeUnit unit in units)
            {
                (string Name, IReadOnlyList<CodeEdge> Edges, Func<CodeEdge, CodeUnit> Other)[] neighbours = Neighbours(unit, index.Graph);
                if (arguments.GetValue(json))
                {
                    lines.WriteWhole(unit, neighbours.Select(group => (group.Name, group.Edges.Select(group.Other))));
                }
                else
                {
                    Write(unit, neighbours, console.Output);
                }
            }

            return units.Count > 0 ? ExitCode.Found : ExitCode.Nothing;
        });
        return command;
    }

    private static (string Name, IReadOnlyList<CodeEdge> Edges, Func<CodeEdge, CodeUnit> Other)[] Neighbours(CodeUnit unit, CodeGraph graph) =>
    [
        ("bases", graph.BaseTypesOf(unit), static edge => edge.To),
        ("implementations", graph.ImplementationsOf(unit), static edge => edge.From),
        ("callers", graph.CallersOf(unit), static edge => edge.From),
        ("tests", graph.TestsOf(unit), static edge => edge.From),
        ("callees", graph.CalleesOf(unit), static edge => edge.To),
    ];

    private static void Write(CodeUnit unit, (string Name, IReadOnlyList<CodeEdge> Edges, Func<CodeEdge, CodeUnit> Other)[] neighbours, TextWriter output)
    {
        output.WriteLine($"{JsonLines.Name(unit.Kind)} {unit.QualifiedName}  {unit.Path}:{unit.Lines}  [{unit.Language}, {JsonLines.Name(unit.Role)}]");
        foreach (string attribute in unit.Attributes)
        {
            output.WriteLine($"  @ {attribute}");
        }

        foreach (string line in unit.Documentation.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            output.WriteLine($"  | {line}");
        }

        output.WriteLine();
        output.Write(unit.Body.TrimEnd());
        output.WriteLine();
        output.WriteLine();
        foreach ((string name, IReadOnlyList<CodeEdge> edges, Func<CodeEdge, CodeUnit> other) in neighbours)
        {
            WriteNeighbours(name, edges, other, output);
        }
    }

    private static void WriteNeighbours(string title, IReadOnlyList<CodeEdge> edges, Func<CodeEdge, CodeUnit> other, TextWriter output)
    {
        if (edges.Count == 0)
        {
            return;
        }

        output.WriteLine($"{title}:");
        foreach (CodeEdge edge in edges.Take(MaxNeighbours))
        {
            output.WriteLine($"  {other(edge).QualifiedName}  {other(edge).Path}:{other(edge).Lines.Start}  ({JsonLines.Name(edge.Certainty)})");
        }

        if (edges.Count > MaxNeighbours)
        {
            output.WriteLine($"  and {edges.Count - MaxNeighbours} more");
        }
    }
}
