namespace StructIndex.Benchmarks;

/// <summary>A tree of a repository's past, and the commits that came after it.</summary>
/// <param name="Tree">The revision that is asked.</param>
/// <param name="Commits">The commits that it does not hold, merges left out, oldest first; none where the history is short.</param>
internal sealed record CommitRange(string Tree, IReadOnlyList<ChangingCommit> Commits)
{
    private const int MinHistory = 200;
    private const int CommitsAfter = 600;

    /// <summary>Goes back along the first parents until some 600 commits lie after, but not over more than half of the way.</summary>
    public static CommitRange Of(GitRepository git)
    {
        string[] line = git.Run("rev-list", "--first-parent", "HEAD").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (Count("HEAD") < MinHistory)
        {
            return new CommitRange(line[0], []);
        }

        int near = 0, far = (line.Length - 1) / 2;
        while (near < far)
        {
            int middle = (near + far) / 2;
            (near, far) = Count($"{line[middle]}..HEAD") < CommitsAfter ? (middle + 1, far) : (near, middle);
        }

        string tree = line[near];
        string log = git.Run("log", "--no-merges", "--no-renames", "--name-status", "--format=%x1e%H%x1f%s%x1f%b%x1f", $"{tree}..HEAD");
        return new CommitRange(tree, [.. log.Split('\x1e', StringSplitOptions.RemoveEmptyEntries).Select(ChangingCommit.Read).Reverse()]);

        int Count(string range) => int.Parse(git.Run("rev-list", "--count", "--no-merges", range), System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>A commit.</summary>
/// <param name="Id">Its hash.</param>
/// <param name="Subject">First line of its message.</param>
/// <param name="Body">The rest.</param>
/// <param name="Files">What it did (<c>A</c>, <c>M</c>, <c>D</c>) to which files.</param>
internal sealed record ChangingCommit(string Id, string Subject, string Body, IReadOnlyList<(char Change, string Path)> Files)
{
    public static ChangingCommit Read(string text)
    {
        string[] fields = text.Split('\x1f');
        return new ChangingCommit(
            fields[0], fields[1], fields[2], [.. fields[^1].Split('\n').Where(line => line.Length > 2 && line[1] == '\t').Select(line => (line[0], line[2..]))]);
    }
}
