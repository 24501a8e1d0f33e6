using System.CommandLine;
using Npgsql;

namespace StructIndex;

/// <summary>The options that name a database.</summary>
internal sealed class DatabaseOptions
{
    private readonly Option<string> _to = new("--to")
    {
        Description = "The database: postgres://user@host:5432/database, or a connection string of Npgsql. The environment variable PGPASSWORD may hold the password.",
        HelpName = "URL",
        Required = true,
    };

    private readonly Option<string> _tenant = new("--tenant") { Description = "Whose code it is: tenants see their own alone.", HelpName = "NAME", DefaultValueFactory = _ => "" };

    private DatabaseOptions()
    {
    }

    /// <summary>Adds the options to a command.</summary>
    public static DatabaseOptions AddTo(Command command)
    {
        DatabaseOptions options = new();
        command.Add(options._to);
        command.Add(options._tenant);
        return options;
    }

    /// <summary>Opens the database, and makes the schema where it is not there.</summary>
    public async Task<PostgresCodeStore> OpenAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        PostgresCodeStore store = new(arguments.GetRequiredValue(_to), arguments.GetRequiredValue(_tenant));
        await store.MigrateAsync(CodeModel.Default.Model.Dimensions, cancellationToken).ConfigureAwait(false);
        return store;
    }

    /// <summary>Runs a command, and says what a server refuses as a command does.</summary>
    public static async Task<int> SayRefusals(Func<Task<int>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (NpgsqlException refusal)
        {
            throw new StructIndexException($"the database: {refusal.Message}", innerException: refusal);
        }
    }
}
