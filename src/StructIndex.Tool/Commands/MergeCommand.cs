using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace StructIndex;

/// <summary><c>structindex merge FILE... -o FILE</c>: joins saved indexes into one.</summary>
internal static class MergeCommand
{
    public static Command Create(ToolConsole console)
    {
        Command command = new("merge", "Join index files, such as those of several repositories, into one that is searched as a whole. Nothing is indexed again.");
        Argument<string[]> files = new("FILE...") { Description = "Index files made by 'structindex index'. Paths begin with the name of the file they are of, without its ending.", Arity = ArgumentArity.OneOrMore };
        Option<string> output = new("--output", "-o") { Description = "The index file to write.", HelpName = "FILE", Required = true };
        Option<bool> force = OutputFile.ForceOption();
        command.Add(files);
        command.Add(output);
        command.Add(force);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            long started = Stopwatch.GetTimestamp();
            string file = arguments.GetRequiredValue(output);
            OutputFile.CheckIndex(file, arguments.GetValue(force));
            List<(string Name, CodeIndex Index)> parts = [];
            foreach (string path in arguments.GetRequiredValue(files))
            {
                parts.Add((Path.GetFileNameWithoutExtension(path), await CodeIndexer.LoadAsync(path, cancellationToken: cancellationToken).ConfigureAwait(false)));
            }

            CodeIndex index = await CodeIndex.MergeAsync(parts, cancellationToken).ConfigureAwait(false);
            await index.SaveAsync(file, cancellationToken).ConfigureAwait(false);
            await console.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{parts.Count} indexes, {index.Units.Count} units, {index.Graph.Edges.Count} edges -> {file} ({OutputFile.Length(file) / 1e6:0.0} MB, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s)")).ConfigureAwait(false);
            return ExitCode.Found;
        });
        return command;
    }
}
