using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace StructIndex;

/// <summary><c>structindex push DIR|FILE --to postgres://...</c>: brings a branch in a database to the state of a folder.</summary>
internal static class PushCommand
{
    public static Command Create(ToolConsole console)
    {
        Command command = new("push", "Bring a branch in PostgreSQL with pgvector to the state of a folder or an index file: what is there already is not sent. A push that is stopped changes nothing.");
        IndexInput input = IndexInput.AddTo(command);
        DatabaseOptions database = DatabaseOptions.AddTo(command);
        Option<string?> repository = new("--repository", "-r") { Description = "Name of the code base; without it the name of the folder, or of the index file without its ending.", HelpName = "NAME" };
        Option<string> branch = new("--branch", "-b") { Description = "Its branch.", HelpName = "NAME", DefaultValueFactory = _ => "main" };
        Option<bool> later = new("--later") { Description = "Only put the folder into the queue of the database, for 'structindex work' on any machine that has it at the same path." };
        command.Add(repository);
        command.Add(branch);
        command.Add(later);
        command.SetAction((arguments, cancellationToken) => DatabaseOptions.SayRefusals(async () =>
        {
            string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(input.PathOf(arguments)));
            string name = arguments.GetValue(repository) ?? (File.Exists(path) ? Path.GetFileNameWithoutExtension(path) : Path.GetFileName(path));
            string of = arguments.GetRequiredValue(branch);
            PostgresCodeStore store = await database.OpenAsync(arguments, cancellationToken).ConfigureAwait(false);
            await using (store.ConfigureAwait(false))
            {
                if (arguments.GetValue(later))
                {
                    await store.EnqueueAsync(name, path, of, cancellationToken).ConfigureAwait(false);
                    await console.Output.WriteLineAsync($"{name} {of} waits to be pushed from {path}").ConfigureAwait(false);
                    return ExitCode.Found;
                }

                long started = Stopwatch.GetTimestamp();
                CodeIndex index = await input.OpenAsync(arguments, console, IndexNeeds.Search, cancellationToken).ConfigureAwait(false);
                CollectionUpdate update = await store.PushAsync(index, name, of, cancellationToken).ConfigureAwait(false);
                await console.Output.WriteLineAsync(Describe(name, of, update, started)).ConfigureAwait(false);
                return ExitCode.Found;
            }
        }));
        return command;
    }

    /// <summary>One line of what a push did.</summary>
    public static string Describe(string repository, string branch, CollectionUpdate update, long started) => string.Create(
        CultureInfo.InvariantCulture,
        $"{update.Written} units sent, {update.Unchanged} known, {update.Deleted} gone -> {repository} {branch} ({Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s)");
}
