using System.Globalization;

namespace StructIndex;

/// <summary>
/// Reads the latest commits of a folder's repository by the <c>git</c> program; nothing of the repository is run or changed.
/// </summary>
internal static class GitHistory
{
    private const char CommitMark = '\x1e';
    private const char FieldMark = '\x1f';

    /// <summary>
    /// The commits, latest first, merges left out; none, with the reason, where there is no git, no repository or no commit.
    /// </summary>
    public static async Task<(IReadOnlyList<Commit> Commits, string? Problem)> ReadAsync(string folder, int most, CancellationToken cancellationToken)
    {
        try
        {
            string prefix = (await GitProcess.RunAsync(folder, ["rev-parse", "--show-prefix"], cancellationToken).ConfigureAwait(false)).TrimEnd('\n');
            string log = await GitProcess.RunAsync(
                folder,
                ["log", string.Create(CultureInfo.InvariantCulture, $"--max-count={most}"), "--no-merges", "--no-renames", "--no-ext-diff", "--no-textconv", "--name-status", $"--format=format:{CommitMark}%h{FieldMark}%s"],
                cancellationToken).ConfigureAwait(false);
            return ([.. log.Split(CommitMark, StringSplitOptions.RemoveEmptyEntries).Select(commit => Read(commit, prefix))], null);
        }
        catch (StructIndexException failure)
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
}
