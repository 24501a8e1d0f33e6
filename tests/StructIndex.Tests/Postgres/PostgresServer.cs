using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace StructIndex.Tests;

/// <summary>
/// A PostgreSQL with pgvector that the tests start and stop: of this machine, or of a Debian tree that <c>STRUCTINDEX_POSTGRES_ROOT</c> names, such as
/// <c>debootstrap --variant=minbase --include=postgresql-17-pgvector trixie DIR</c> makes in a minute. Run by root it runs as the user <c>postgres</c>.
/// </summary>
public class PostgresServer : IAsyncLifetime
{
    private readonly string _root = Environment.GetEnvironmentVariable("STRUCTINDEX_POSTGRES_ROOT") ?? "/";
    private string? _programs;
    private string _data = "";

    /// <summary>Why there is no server; null where there is one.</summary>
    public string? Missing { get; private set; } = "There is no PostgreSQL with pgvector on this machine; STRUCTINDEX_POSTGRES_ROOT may name a Debian tree that has it.";

    /// <summary>Connects as the superuser.</summary>
    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        string? control = OperatingSystem.IsLinux() ? Versions("usr/share/postgresql").Select(version => Path.Combine(version, "extension", "vector.control")).FirstOrDefault(File.Exists) : null;
        _programs = control is null ? null : $"/usr/lib/postgresql/{Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(control)))}/bin";
        if (_programs is null || !Directory.Exists(_root.TrimEnd('/') + _programs))
        {
            return;
        }

        int port = FreePort();
        _data = $"/tmp/structindex-{Guid.NewGuid():N}";
        await RunAsync("initdb", "-D", _data, "-A", "trust", "-U", "postgres", "--no-sync");
        await RunAsync("pg_ctl", "-D", _data, "-w", "-l", $"{_data}/log", "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c shared_memory_type=mmap -c dynamic_shared_memory_type=mmap", "start");
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
        Missing = null;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Missing is null)
        {
            await RunAsync("pg_ctl", "-D", _data, "-w", "-m", "immediate", "stop");
            Directory.Delete(_root.TrimEnd('/') + _data, recursive: true);
            Missing = "The server was stopped.";
        }
    }

    /// <summary>Makes a database with the schema, and connects to it; the test is skipped where there is no server.</summary>
    /// <returns>The connection string.</returns>
    public async Task<string> NewDatabaseAsync()
    {
        Assert.SkipUnless(Missing is null, Missing ?? "");
        string name = $"t{Guid.NewGuid():N}";
        await using NpgsqlConnection connection = new(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using NpgsqlCommand command = new($"create database {name}", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return ConnectionString.Replace("Database=postgres", $"Database={name}", StringComparison.Ordinal);
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        (string start, string[] before) = Environment.IsPrivilegedProcess ? ("chroot", (string[])["--userspec=postgres", _root, $"{_programs}/{program}"]) : ($"{_root.TrimEnd('/')}{_programs}/{program}", []);

        // What it says is not read: the server keeps the pipe open.
        using Process process = Process.Start(new ProcessStartInfo(start, [.. before, .. arguments]) { WorkingDirectory = "/", RedirectStandardOutput = true })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}");
    }

    private IEnumerable<string> Versions(string folder)
    {
        string path = Path.Combine(_root, folder);
        return Directory.Exists(path) ? Directory.EnumerateDirectories(path).OrderDescending(StringComparer.Ordinal) : [];
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
