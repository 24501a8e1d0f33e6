using System.CommandLine;

namespace StructIndex;

/// <summary>The command line of <c>structindex</c>: one command a verb.</summary>
internal static class ToolCommands
{
    /// <summary>Runs a command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, ToolConsole console, CancellationToken cancellationToken)
    {
        try
        {
            // Reading the command line counts too: just in time it takes a while.
            int code = await Patience.WaitAsync(token => ParseAsync(arguments, console, token), Patience.Grace, cancellationToken).ConfigureAwait(false);
            await console.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return code;
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync("structindex: cancelled").ConfigureAwait(false);
            return ExitCode.Error;
        }
        catch (Exception failure) when (failure is StructIndexException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            await console.Error.WriteLineAsync($"structindex: {Message(failure)}").ConfigureAwait(false);
            return ExitCode.Error;
        }
    }

    private static async Task<int> ParseAsync(IReadOnlyList<string> arguments, ToolConsole console, CancellationToken cancellationToken)
    {
        RootCommand root = new(
            """
            Ask questions of a code base: by words, by symbol, and by its call graph. Offline.

            A folder can be asked as it is; an index file answers at once:
              structindex search . "where are JWT tokens validated?"
              structindex index . -o code.index
              structindex search code.index "retry with backoff" --language csharp --limit 5
              structindex callers code.index RetryPolicy.Execute

            Exit codes: 0 found, 1 nothing found, 2 error.
            """);
        root.Add(IndexCommand.Create(console));
        root.Add(SearchCommand.Create(console));
        root.Add(ContextCommand.Create(console));
        root.Add(UnitsCommand.Create(console));
        root.Add(EdgesCommand.Create(console));
        root.Add(NeighboursCommand.CreateCallers(console));
        root.Add(NeighboursCommand.CreateCallees(console));
        root.Add(ImpactCommand.Create(console));
        root.Add(LayersCommand.Create(console));
        root.Add(MapCommand.Create(console));
        root.Add(ShowCommand.Create(console));
        root.Add(StatsCommand.Create(console));
        root.Add(MergeCommand.Create(console));
        root.Add(WatchCommand.Create(console));
        root.Add(PushCommand.Create(console));
        root.Add(WorkCommand.Create(console));
        root.Add(CacheCommand.Create(console));
        root.Add(McpCommand.Create(console));
        root.Add(EvalCommand.Create(console));
        root.Add(CalibrateCommand.Create(console));
        root.Add(CorpusCommand.Create(console));
        root.Add(TrainCommand.Create(console));

        var parsed = ToolArguments.Parse(root, arguments);
        if (parsed.Errors.Count > 0)
        {
            IEnumerable<string> errors = parsed.Errors.Select(error => error.Message);
            if (parsed.CommandResult.Command == root)
            {
                string verbs = string.Join(' ', root.Subcommands.Select(verb => verb.Name));
                errors = [parsed.UnmatchedTokens.Count > 0 ? $"There is no verb '{parsed.UnmatchedTokens[0]}'. The verbs are {verbs}." : $"Name a verb: {verbs}."];
            }

            foreach (string error in errors)
            {
                await console.Error.WriteLineAsync($"structindex: {error}").ConfigureAwait(false);
            }

            await console.Error.WriteLineAsync("structindex: 'structindex --help' and 'structindex VERB --help' say more").ConfigureAwait(false);
            return ExitCode.Error;
        }

        // The list of verbs has room for one line each; what a verb's own help says goes on from there.
        foreach (Command verb in parsed.CommandResult.Command.Subcommands)
        {
            verb.Description = verb.Description?.Split('\n')[0].TrimEnd();
        }

        InvocationConfiguration invocation = new()
        {
            Output = console.Output,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        cancellationToken.ThrowIfCancellationRequested();
        return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What went wrong, without the name of a parameter that only a program knows.</summary>
    private static string Message(Exception failure)
        => failure is ArgumentException { ParamName: { } parameter } ? failure.Message.Split('\n')[0].Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal).TrimEnd() : failure.Message;
}
