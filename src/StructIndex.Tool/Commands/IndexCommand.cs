using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace StructIndex;

/// <summary><c>structindex index DIR -o FILE</c>: builds an index and saves it.</summary>
internal static class IndexCommand
{
    public static Command Create(ToolConsole console)
    {
        Command command = new("index", "Index a folder, or several as one, and save the index to one file, which every other verb takes in place of the folder.");
        IndexInput input = IndexInput.AddTo(command, folderOnly: true, takesMany: true, usesCache: false);
        Option<string> output = new("--output", "-o") { Description = "The index file to write.", HelpName = "FILE", Required = true };
        Option<bool> force = OutputFile.ForceOption();
        Option<bool> strict = new("--strict") { Description = "Exit with an error where a file was read in part or not read; --exclude leaves out what need not be." };
        command.Add(output);
        command.Add(strict);
        command.Add(force);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            long started = Stopwatch.GetTimestamp();
            string file = arguments.GetRequiredValue(output);
            OutputFile.CheckIndex(file, arguments.GetValue(force));
            CodeIndex index = await input.OpenAsync(arguments, console, IndexNeeds.Search, cancellationToken).ConfigureAwait(false);
            await index.SaveAsync(file, cancellationToken).ConfigureAwait(false);
            await console.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{index.Units.Count} units, {index.Graph.Edges.Count} edges, {PartialFiles.Summary(index)} -> {file} ({OutputFile.Length(file) / 1e6:0.0} MB, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s)")).ConfigureAwait(false);
            if (!arguments.GetValue(strict) || index.Failures.Count == 0)
            {
                return ExitCode.Found;
            }

            console.Error.WriteLine($"structindex: {PartialFiles.Summary(index)}; 'structindex stats {file}' lists them");
            return ExitCode.Error;
        });
        return command;
    }
}
