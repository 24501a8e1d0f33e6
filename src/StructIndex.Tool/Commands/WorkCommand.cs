using System.CommandLine;
using System.Diagnostics;

namespace StructIndex;

/// <summary><c>structindex work --to postgres://...</c>: pushes what waits in the queue of a database.</summary>
internal static class WorkCommand
{
    public static Command Create(ToolConsole console)
    {
        Command command = new("work", "Index and push what 'structindex push --later' put into the queue of a database, until nothing waits. Any number of workers may run, on any machines, and be killed at any time.");
        DatabaseOptions database = DatabaseOptions.AddTo(command);
        command.SetAction((arguments, cancellationToken) => DatabaseOptions.SayRefusals(async () =>
        {
            bool allPushed = true;
            PostgresCodeStore store = await database.OpenAsync(arguments, cancellationToken).ConfigureAwait(false);
            await using (store.ConfigureAwait(false))
            {
                long started = Stopwatch.GetTimestamp();
                while (await store.PushNextAsync(IndexAsync, cancellationToken).ConfigureAwait(false) is { } job)
                {
                    if (job.Update is { } update)
                    {
                        await console.Output.WriteLineAsync(PushCommand.Describe(job.Repository, job.Branch, update, started)).ConfigureAwait(false);
                    }
                    else
                    {
                        allPushed = false;
                        await console.Error.WriteLineAsync($"structindex: {job.Repository} {job.Branch} was not pushed: {job.Error}").ConfigureAwait(false);
                    }

                    started = Stopwatch.GetTimestamp();
                }
            }

            return allPushed ? ExitCode.Found : ExitCode.Error;
        }));
        return command;
    }

    private static Task<CodeIndex> IndexAsync(PostgresJob job, CancellationToken cancellationToken) => File.Exists(job.Source)
        ? CodeIndexer.LoadAsync(job.Source, cancellationToken: cancellationToken)
        : CodeIndexer.IndexDirectoryAsync(job.Source, cancellationToken: cancellationToken);
}
