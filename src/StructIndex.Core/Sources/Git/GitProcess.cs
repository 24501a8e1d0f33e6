using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace StructIndex;

/// <summary>
/// Runs the <c>git</c> program to read a repository that may be hostile: nothing that its configuration names is run (hooks, file monitors,
/// filters, external diffs, pagers, fetches), and nothing of it is written.
/// </summary>
internal static class GitProcess
{
    private static readonly string[] s_settings =
    [
        "core.quotePath=false", "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=", "log.showSignature=false", "protocol.allow=never",
    ];

    /// <summary>Runs git in a folder.</summary>
    /// <param name="folder">Where to run it.</param>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <returns>What it wrote.</returns>
    /// <exception cref="StructIndexException">There is no git, or it failed; the message is its first line.</exception>
    public static async Task<string> RunAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        (int code, string output, string error) = await RunAsync(folder, s_settings, arguments, cancellationToken).ConfigureAwait(false);
        return code == 0 ? output : throw new StructIndexException(error.Split('\n')[0].Trim() is { Length: > 0 } line ? line : $"git ended with {code}", folder);
    }

    /// <summary>
    /// The same for a command that reads files of the working tree, which git passes through the filters that the configuration names.
    /// </summary>
    public static async Task<string> RunUnfilteredAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        (_, string keys, _) = await RunAsync(folder, s_settings, ["config", "--null", "--name-only", "--get-regexp", @"^filter\."], cancellationToken).ConfigureAwait(false);
        List<string> off = [];
        foreach (string driver in keys.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(key => key[..key.LastIndexOf('.')]).Distinct())
        {
            if (driver.Contains('='))
            {
                throw new StructIndexException($"git's configuration has a {driver}, which cannot be turned off", folder);
            }

            off.AddRange(["-c", $"{driver}.clean=", "-c", $"{driver}.smudge=", "-c", $"{driver}.process=", "-c", $"{driver}.required=false"]);
        }

        return await RunAsync(folder, [.. off, .. arguments], cancellationToken).ConfigureAwait(false);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string folder, IEnumerable<string> settings, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new("git", [.. settings.SelectMany(setting => (string[])["-c", setting]), "--no-pager", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
        using Process process = Start(start, folder);
        try
        {
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return (process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static Process Start(ProcessStartInfo start, string folder)
    {
        try
        {
            return Process.Start(start) ?? throw new StructIndexException("git could not be started", folder);
        }
        catch (Win32Exception e)
        {
            throw new StructIndexException("git could not be started; is it installed?", folder, e);
        }
    }
}
