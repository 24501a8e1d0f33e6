using System.CommandLine;
using System.Globalization;

namespace StructIndex;

/// <summary><c>structindex cache list|clear</c>: the indexes kept for the next question.</summary>
internal static class CacheCommand
{
    public static Command Create(ToolConsole console)
    {
        Command command = new("cache", "List or remove the indexes that are kept of folders asked before.");
        Command list = new("list", "One line a folder: size, when it was indexed, the folder.");
        list.SetAction(_ =>
        {
            foreach ((string root, long length, DateTime written) in IndexCache.List())
            {
                console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{length / 1e6,8:0.0} MB  {written:yyyy-MM-dd HH:mm}  {root}"));
            }

            return IndexCache.List().Count > 0 ? ExitCode.Found : ExitCode.Nothing;
        });
        Command clear = new("clear", "Remove all of them.");
        clear.SetAction(_ =>
        {
            console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"removed {IndexCache.Clear() / 1e6:0.0} MB from {IndexCache.Folder}"));
            return ExitCode.Found;
        });
        command.Add(list);
        command.Add(clear);
        return command;
    }
}
