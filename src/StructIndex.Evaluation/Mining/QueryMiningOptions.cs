namespace StructIndex;

/// <summary>Which questions are mined from code that has no written questions.</summary>
public sealed record QueryMiningOptions
{
    /// <summary>The styles of the questions.</summary>
    /// <value>The default value is <see cref="QueryStyles.All"/>: what is true of one style is not of another.</value>
    public QueryStyles Styles { get; init; } = QueryStyles.All;

    /// <summary>Most questions of each style.</summary>
    /// <value>The default value is 100: an interval of about .1 either way.</value>
    public int MaxQuestions { get; init; } = 100;

    /// <summary>Most questions about one file, so that no file decides the figures.</summary>
    /// <value>The default value is 3.</value>
    public int MaxPerFile { get; init; } = 3;

    /// <summary>Fewest words of a question from documentation or a commit.</summary>
    /// <value>The default value is 4: shorter ones name a thing rather than ask for it.</value>
    public int MinWords { get; init; } = 4;

    /// <summary>
    /// Most units that share a sentence, a name, two keywords or a message; all of them are right answers. What more of them share is no
    /// question.
    /// </summary>
    /// <value>The default value is 3.</value>
    public int MaxSharing { get; init; } = 3;

    /// <summary>Most files that a commit may change, of any kind; one that changes more is about the code base as a whole.</summary>
    /// <value>The default value is 8.</value>
    public int MaxFilesOfCommit { get; init; } = 8;

    /// <summary>How many of the latest commits are looked at; 0 for none.</summary>
    /// <value>The default value is 2,000.</value>
    public int MaxCommits { get; init; } = 2000;

    /// <summary>Throws when a value is out of its range.</summary>
    internal void Validate()
    {
        foreach (int value in (int[])[MaxQuestions, MaxPerFile, MinWords, MaxSharing, MaxFilesOfCommit])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(MaxCommits);
    }
}
