using System.Globalization;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Subjects of commits as questions for the files that they changed.</summary>
/// <param name="Queries">The questions, the latest commit first.</param>
/// <param name="Note">How many commits there were to choose from.</param>
internal sealed partial record CommitQueries(IReadOnlyList<EvaluationQuery> Queries, string Note)
{
    private const int MaxTargets = 4;

    // Subjects are other people's: no pattern may take more than linear time on them.
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    public static async Task<CommitQueries> OfAsync(string? folder, UnitSet units, QueryMiningOptions options, CancellationToken cancellationToken)
    {
        if (folder is null || options.MaxCommits == 0)
        {
            return new CommitQueries([], "No commits were looked at.");
        }

        (IReadOnlyList<Commit> commits, string? problem) = await GitHistory.ReadAsync(folder, options.MaxCommits, cancellationToken).ConfigureAwait(false);
        HashSet<string> code = [.. units.Units.Where(unit => unit.Role == UnitRole.Implementation && LanguageCatalog.IsCode(unit.Language)).Select(unit => unit.Path)];
        List<EvaluationQuery> queries = [];
        Dictionary<string, int> perFile = new(StringComparer.Ordinal);
        HashSet<string> subjects = new(StringComparer.Ordinal);
        foreach (Commit commit in commits)
        {
            string subject = Clean(commit.Subject);
            string[] changed = [.. commit.Changed.Where(code.Contains).Distinct(StringComparer.Ordinal)];
            bool asks = queries.Count < options.MaxQuestions && commit.Count <= options.MaxFilesOfCommit && changed.Length is > 0 and <= MaxTargets
                && IsQuestion(subject, options) && changed.All(path => perFile.GetValueOrDefault(path) < options.MaxPerFile) && subjects.Add(WordText.Of(subject));
            if (asks)
            {
                queries.Add(new EvaluationQuery($"commit:{commit.Id}", subject, "commit", [.. changed.Select(path => new RelevanceTarget(path))]));
                foreach (string path in changed)
                {
                    perFile[path] = perFile.GetValueOrDefault(path) + 1;
                }
            }
        }

        return new CommitQueries(queries, problem ?? string.Create(CultureInfo.InvariantCulture, $"Mined: the subjects of {queries.Count} of the last {commits.Count} commits ask for the files they changed."));
    }

    /// <summary>The subject without what a convention or a server put around it: <c>fix(core): ... (#12)</c>.</summary>
    public static string Clean(string subject) => Suffix().Replace(Prefix().Replace(subject.Trim(), ""), "").Trim();

    /// <summary>Whether a subject says what the code does, and not what was done to the repository.</summary>
    public static bool IsQuestion(string subject, QueryMiningOptions options) =>
        WordText.Split(WordText.Of(subject)).Count(word => word.Any(char.IsLetter)) >= options.MinWords && !Housekeeping().IsMatch(subject);

    [GeneratedRegex(@"^((feat(ure)?|fix|perf|refactor)(\([^)]*\))?!?: |\[[^\]]*\] ?|(?-i:[A-Z]{2,}-\d+): |#\d+:? )", Linear)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"( ?\(#\d+\)| ?\((closes|fixes|refs?) [^)]*\)|\.)+$", Linear)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^((docs?|style|tests?|chore|build|ci)(\([^)]*\))?!?:|merge|revert|bump|release|prepare|upgrade|version|v?\d+\.\d|wip\b|update (dependenc|copyright|readme|changelog|version|year)|(fix|correct) (typo|spelling|lint|style|formatting|warning|build|test)|typo|format|reformat|lint|clean ?up|whitespace|apply suggestion|address review|add (more |missing )?(tests?|comments?|docs?|documentation)\b)|\b(changelog|dependabot|co-authored)\b", Linear)]
    private static partial Regex Housekeeping();
}
