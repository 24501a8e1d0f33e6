using System.CommandLine;

namespace StructIndex;

/// <summary><c>structindex stats DIR|FILE</c>: what an index holds.</summary>
internal static class StatsCommand
{
    public static Command Create(ToolConsole console)
    {
        Command command = new("stats", "Count files, units, edges by kind and certainty, and list the files that failed.");
        IndexInput input = IndexInput.AddTo(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            CodeIndex index = await input.OpenAsync(arguments, console, IndexNeeds.Edges, cancellationToken).ConfigureAwait(false);
            Write(index, console.Output);
            return index.Units.Count > 0 ? ExitCode.Found : ExitCode.Nothing;
        });
        return command;
    }

    private static void Write(CodeIndex index, TextWriter output)
    {
        output.WriteLine($"files  {index.Units.Select(unit => unit.Path).Distinct(StringComparer.Ordinal).Count()}");
        output.WriteLine($"units  {index.Units.Count}");
        Count(index.Units.GroupBy(unit => unit.Language, StringComparer.Ordinal).Select(group => (group.Key, group.Count())));
        Count(index.Units.GroupBy(unit => unit.Kind).Select(group => (JsonLines.Name(group.Key), group.Count())));
        output.WriteLine($"edges  {index.Graph.Edges.Count}");
        Count(index.Graph.Edges.GroupBy(edge => (edge.Kind, edge.Certainty)).Select(group => ($"{JsonLines.Name(group.Key.Kind)} {JsonLines.Name(group.Key.Certainty)}", group.Count())));
        output.WriteLine($"failures  {index.Failures.Count}");
        foreach (FileFailure failure in index.Failures)
        {
            output.WriteLine($"  {failure.Path}: {JsonLines.Name(failure.Kind)}: {failure.Message}");
        }

        void Count(IEnumerable<(string Name, int Number)> groups)
        {
            foreach ((string name, int number) in groups.OrderByDescending(group => group.Number).ThenBy(group => group.Name, StringComparer.Ordinal))
            {
                output.WriteLine($"  {number,8}  {name}");
            }
        }
    }
}
