namespace StructIndex;

/// <summary>
/// What the working tree of a git repository changed since a commit. Blank lines do not count; a file that was only renamed has no changed
/// lines.
/// </summary>
/// <param name="Files">The files that are there and changed, tracked or not, relative to the folder that was asked.</param>
/// <param name="Deleted">The files that are no longer there.</param>
public sealed record GitChanges(IReadOnlyList<ChangedFile> Files, IReadOnlyList<string> Deleted)
{
    private static readonly string[] s_diff =
    [
        "diff", "--patch", "--unified=0", "--inter-hunk-context=0", "--find-renames", "--relative", "--ignore-submodules=all", "--submodule=short", "--no-color",
        "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/",
    ];

    /// <summary>
    /// Reads the changes by the <c>git</c> program, in the folder and below. Nothing of the repository is run (hooks, filters, external
    /// diffs) or written, and nothing is fetched.
    /// </summary>
    /// <param name="folder">A folder in a working tree.</param>
    /// <param name="revision">
    /// A commit, branch or tag. The working tree is compared with the last commit that it shares with the current branch.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="StructIndexException">There is no git, no repository or no such commit.</exception>
    public static async Task<GitChanges> ReadAsync(string folder, string revision, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentException.ThrowIfNullOrEmpty(revision);
        string commit = await GitProcess.RunAsync(folder, ["rev-parse", "--verify", "--end-of-options", $"{revision}^{{commit}}"], cancellationToken).ConfigureAwait(false);
        string shared = await SharedAsync(folder, commit.Trim(), revision, cancellationToken).ConfigureAwait(false);
        GitDiffReader reader = new();
        reader.Read(await GitProcess.RunUnfilteredAsync(folder, [.. s_diff, shared, "--", "."], cancellationToken).ConfigureAwait(false));
        string added = await GitProcess.RunUnfilteredAsync(folder, ["ls-files", "--others", "--exclude-standard", "-z", "--", "."], cancellationToken).ConfigureAwait(false);
        IEnumerable<ChangedFile> untracked = added.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(path => new ChangedFile(path, [GitDiffReader.WholeFile]));
        return new GitChanges([.. reader.Files.Concat(untracked).OrderBy(file => file.Path, StringComparer.Ordinal)], [.. reader.Deleted.Order(StringComparer.Ordinal)]);
    }

    private static async Task<string> SharedAsync(string folder, string commit, string revision, CancellationToken cancellationToken)
    {
        try
        {
            return (await GitProcess.RunAsync(folder, ["merge-base", commit, "HEAD"], cancellationToken).ConfigureAwait(false)).Trim();
        }
        catch (StructIndexException e)
        {
            throw new StructIndexException($"{revision} shares no commit with the current branch; is the clone shallow?", folder, e);
        }
    }
}
