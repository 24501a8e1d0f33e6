using System.CommandLine;

namespace StructIndex;

/// <summary><c>structindex map DIR|FILE -o map.html</c>: the code base as a page to look at.</summary>
internal static class MapCommand
{
    public static Command Create(ToolConsole console)
    {
        Command command = new(
            "map",
            """
            Write a picture of the code base: one page that needs no network.

            Folders, files and types are nested rooms, sized by lines and coloured by language, role or users. Arrows show which
            folder uses which, cycles in red. A click on a function or type shows its callers and callees with their certainty.
            """);
        IndexInput input = IndexInput.AddTo(command);
        Option<string> output = new("--output", "-o") { Description = "The page to write; a file that is there is replaced.", HelpName = "PAGE", Required = true };
        command.Add(output);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            string path = arguments.GetRequiredValue(output);
            OutputFile.Check(path);
            CodeIndex index = await input.OpenAsync(arguments, console, IndexNeeds.Edges, cancellationToken).ConfigureAwait(false);
            MissingEdges.Warn(index, console);
            if (index.Units.Count == 0)
            {
                return ExitCode.Nothing;
            }

            string name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(input.PathOf(arguments))));
            using (FileStream file = File.Create(path))
            {
                MapPage.Write(index, name, file);
            }

            console.Output.WriteLine($"{path}: {index.Units.Count:N0} units, {index.Graph.Edges.Count:N0} edges");
            return ExitCode.Found;
        });
        return command;
    }
}
