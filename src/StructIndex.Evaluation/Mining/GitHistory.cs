using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace StructIndex;

/// <summary>Reads the latest commits of a folder's repository by the <c>git</c> program; nothing of the repository is run or changed.</summary>
internal static class GitHistory
{
    private const char CommitMark = '\x1e';
    private const char FieldMark = '\x1f';

    /// <summary>The commits, latest first, merges left out; none, with the reason, where there is no git, no repository or no commit.</summary>
    public static async Task<(IReadOnlyList<Commit> Commits, string? Problem)> ReadAsync(string folder, int most, CancellationToken cancellationToken)
    {
        try
        {
            string prefix = (await RunAsync(folder, cancellationToken, "rev-parse", "--show-prefix").ConfigureAwait(false)).TrimEnd('\n');
            string log = await RunAsync(
                folder,
                cancellationToken,
                "log", string.Create(CultureInfo.InvariantCulture, $"--max-count={most}"), "--no-merges", "--no-renames", "--no-ext-diff", "--no-textconv", "--name-status", $"--format=format:{CommitMark}%h{FieldMark}%s").ConfigureAwait(false);
            return ([.. log.Split(CommitMark, StringSplitOptions.RemoveEmptyEntries).Select(commit => Read(commit, prefix))], null);
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            return ([], $"No questions from commits: {failure.Message}");
        }
    }

    private static Commit Read(string text, string prefix)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] head = lines[0].Split(FieldMark);
        List<string> changed = [];
        foreach (string line in lines.Skip(1))
        {
            // Names with quotes, tabs or line breaks come in quotes; hardly any file has one, and it is passed over.
            if (line is ['A' or 'M', '\t', not '"', ..] && line.AsSpan(2).StartsWith(prefix, StringComparison.Ordinal))
            {
                changed.Add(line[(2 + prefix.Length)..]);
            }
        }

        return new Commit(head[0], head.Length > 1 ? head[1] : "", changed, lines.Length - 1);
    }

    private static async Task<string> RunAsync(string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        ProcessStartInfo start = new("git", ["-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "--no-pager", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("git could not be started.");
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            string text = await output.ConfigureAwait(false), problem = await error.ConfigureAwait(false);
            return process.ExitCode == 0 ? text : throw new InvalidOperationException(problem.Split('\n')[0].Trim());
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
