using System.CommandLine;

namespace StructIndex;

/// <summary><c>structindex stats DIR|FILE</c>: what an index holds.</summary>
internal static class StatsCommand
{
    public static Command Create(ToolConsole console)
    {
        Command command = new("stats", "Count files, units, edges by kind and certainty, and list the files that were read in part or not read, by reason.");
        IndexInput input = IndexInput.AddTo(command);
        Option<bool> json = new("--json") { Description = "One JSON object: files units languages kinds edges readInPart notRead failures readBesides." };
        command.Add(json);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            CodeIndex index = await input.OpenAsync(arguments, console, IndexNeeds.Edges, cancellationToken).ConfigureAwait(false);
            if (arguments.GetValue(json))
            {
                WriteJson(index, console.Output);
            }
            else
            {
                Write(index, console.Output);
            }

            return index.Units.Count > 0 ? ExitCode.Found : ExitCode.Nothing;
        });
        return command;
    }

    private static int Files(CodeIndex index) => index.Units.Select(unit => unit.Path).Distinct(StringComparer.Ordinal).Count();

    private static IEnumerable<(string Name, int Number)> Languages(CodeIndex index) => Ordered(index.Units.GroupBy(unit => unit.Language, StringComparer.Ordinal).Select(group => (group.Key, group.Count())));

    private static IEnumerable<(string Name, int Number)> Kinds(CodeIndex index) => Ordered(index.Units.GroupBy(unit => unit.Kind).Select(group => (JsonLines.Name(group.Key), group.Count())));

    private static IEnumerable<(string Name, int Number)> Edges(CodeIndex index) =>
        Ordered(index.Graph.Edges.GroupBy(edge => (edge.Kind, edge.Certainty)).Select(group => ($"{JsonLines.Name(group.Key.Kind)} {JsonLines.Name(group.Key.Certainty)}", group.Count())));

    private static IEnumerable<(string Name, int Number)> Ordered(IEnumerable<(string Name, int Number)> groups) =>
        groups.OrderByDescending(group => group.Number).ThenBy(group => group.Name, StringComparer.Ordinal);

    private static void WriteJson(CodeIndex index, TextWriter output) => new JsonLines(output).Write(json =>
    {
        json.WriteNumber("files", Files(index));
        json.WriteNumber("units", index.Units.Count);
        foreach ((string field, IEnumerable<(string Name, int Number)> groups) in new[] { ("languages", Languages(index)), ("kinds", Kinds(index)), ("edges", Edges(index)) })
        {
            json.WriteStartObject(field);
            foreach ((string name, int number) in groups)
            {
                json.WriteNumber(name, number);
            }

            json.WriteEndObject();
        }

        foreach (PartialFiles partial in PartialFiles.Of(index))
        {
            partial.WriteCounts(json);
        }

        json.WriteStartArray("failures");
        foreach (FileFailure failure in index.Failures)
        {
            json.WriteStartObject();
            json.WriteString("path", failure.Path);
            json.WriteString("kind", JsonLines.Name(failure.Kind));
            json.WriteString("message", failure.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("readBesides");
        foreach (string name in index.ReadBesides)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    });

    private static void Write(CodeIndex index, TextWriter output)
    {
        output.WriteLine($"files  {Files(index)}");
        output.WriteLine($"units  {index.Units.Count}");
        Count(Languages(index));
        Count(Kinds(index));
        output.WriteLine($"edges  {index.Graph.Edges.Count}");
        Count(Edges(index));
        foreach (PartialFiles files in PartialFiles.Of(index))
        {
            files.Write(output);
        }

        output.WriteLine($"read besides  {index.ReadBesides.Count}");
        foreach (string name in index.ReadBesides)
        {
            output.WriteLine($"  {name}");
        }

        void Count(IEnumerable<(string Name, int Number)> groups)
        {
            foreach ((string name, int number) in groups)
            {
                output.WriteLine($"  {number,8}  {name}");
            }
        }
    }
}
