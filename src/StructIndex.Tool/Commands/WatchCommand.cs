using System.CommandLine;
using System.Globalization;

namespace StructIndex;

/// <summary><c>structindex watch DIR</c>: keeps an index file up to date while a folder changes.</summary>
internal static class WatchCommand
{
    public static Command Create(ToolConsole console)
    {
        Command command = new("watch", "Follow folders as they change: a line for each file, and the index file written again after each change, until interrupted.");
        IndexInput input = IndexInput.AddTo(command, folderOnly: true, takesMany: true);
        Option<string?> output = new("--output", "-o") { Description = "The index file to keep up to date.", HelpName = "FILE" };
        Option<bool> force = OutputFile.ForceOption();
        command.Add(output);
        command.Add(force);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (arguments.GetValue(output) is { } path)
            {
                OutputFile.CheckIndex(path, arguments.GetValue(force));
            }

            ISourceProvider source = input.FoldersOf(arguments) ?? throw new IOException($"there is no folder at {input.PathOf(arguments)}");
            CodeIndexWatcher watcher = await StartAsync(input, arguments, source, console, cancellationToken).ConfigureAwait(false);
            await using (watcher.ConfigureAwait(false))
            {
                await FollowAsync(watcher, arguments.GetValue(output), console, cancellationToken).ConfigureAwait(false);
            }

            return ExitCode.Found;
        });
        return command;
    }

    private static async Task<CodeIndexWatcher> StartAsync(IndexInput input, ParseResult arguments, ISourceProvider source, ToolConsole console, CancellationToken cancellationToken)
    {
        CodeIndexBuilder builder = CodeIndexer.CreateBuilder(new CodeIndexOptions { Parsers = input.ParsersOf(arguments) });
        if (input.CacheOf(arguments, source, console) is { } cache)
        {
            return builder.Watch((await IndexInput.UpdateAsync(source, console, cache, wordsFirst: false, cancellationToken).ConfigureAwait(false)).Index, source);
        }

        using ProgressReporter progress = ProgressReporter.For(console);
        return await builder.WatchAsync(source, null, progress, cancellationToken).ConfigureAwait(false);
    }

    private static async Task FollowAsync(CodeIndexWatcher watcher, string? file, ToolConsole console, CancellationToken cancellationToken)
    {
        IAsyncEnumerator<CodeIndexChange> changes = watcher.ChangesAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (changes.ConfigureAwait(false))
        {
            ValueTask<bool> next = changes.MoveNextAsync();
            await TellAsync().ConfigureAwait(false);
            if (watcher.PollingReason is { } reason)
            {
                await console.Error.WriteLineAsync($"structindex: changes are looked for every few seconds: {reason}").ConfigureAwait(false);
            }

            for (; await next.ConfigureAwait(false); next = changes.MoveNextAsync())
            {
                foreach ((string sign, IReadOnlyList<string> paths) in new[] { ("+", changes.Current.Added), ("~", changes.Current.Changed), ("-", changes.Current.Removed) })
                {
                    foreach (string path in paths)
                    {
                        await console.Output.WriteLineAsync($"{sign} {path}").ConfigureAwait(false);
                    }
                }

                await TellAsync().ConfigureAwait(false);
            }
        }

        async Task TellAsync()
        {
            CodeIndex index = watcher.Current;
            if (file is not null)
            {
                await index.SaveAsync(file, cancellationToken).ConfigureAwait(false);
            }

            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{index.Units.Count} units, {index.Graph.Edges.Count} edges, {index.Failures.Count} failures")).ConfigureAwait(false);
            await console.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
