using System.Text.RegularExpressions;

namespace StructIndex.Benchmarks;

/// <summary>Subjects and whole messages of commits as questions for the files and functions that they changed, asked of a tree that none of them has reached.</summary>
internal static partial class CommitQuestions
{
    private const int MaxChanged = 3;
    private const int MaxCodeFiles = 8;

    public static IEnumerable<StyledQuestion> Of(QuestionMaker maker, GitRepository git, CommitRange range)
    {
        ChangedUnits changed = new(git, path => maker.Tree.UnitsOf(path).Select(unit => maker.Tree.Units.Units[unit]));
        HashSet<string> subjects = new(StringComparer.OrdinalIgnoreCase);
        List<(ChangingCommit Commit, string Subject, string Body, string[] Paths)> kept = [];
        foreach (ChangingCommit commit in range.Commits)
        {
            string subject = CommitText.Subject(commit.Subject);
            (char Change, string Path)[] code = [.. commit.Files.Where(file => LanguageCatalog.MayBeKnown(file.Path) && IsCode(file.Path))];
            (char Change, string Path)[] work = [.. code.Where(file => !Aside().IsMatch(file.Path))];
            bool asks = code.Length <= MaxCodeFiles && work.Length is > 0 and <= MaxChanged && Array.TrueForAll(work, file => file.Change == 'M' && maker.Tree.AskedPaths.Contains(file.Path))
                && CommitText.IsAboutCode(commit.Subject) && subjects.Add(subject);
            if (asks)
            {
                kept.Add((commit, subject, CommitText.Body(commit.Body), [.. work.Select(file => file.Path)]));
            }
        }

        Dictionary<string, IReadOnlyList<StyledTarget>> functions = [];
        foreach (var (commit, subject, _, paths) in Spread(QuestionMaker.Few(kept, commit => commit.Paths), QuestionMaker.MaxPerStyle))
        {
            yield return maker.Make("commit", commit.Id[..9], subject, paths, Functions(commit, paths)) with { Commit = commit.Id };
        }

        foreach (var (commit, subject, body, paths) in Spread(QuestionMaker.Few([.. kept.Where(commit => commit.Body.Length > 0)], commit => commit.Paths), QuestionMaker.MaxPerStyle))
        {
            yield return maker.Make("message", commit.Id[..9], $"{subject}\n\n{body}", paths, Functions(commit, paths)) with { Commit = commit.Id };
        }

        IReadOnlyList<StyledTarget> Functions(ChangingCommit commit, string[] paths) =>
            functions.TryGetValue(commit.Id, out IReadOnlyList<StyledTarget>? known) ? known : functions[commit.Id] = changed.Of(commit.Id, paths);
    }

    private static bool IsCode(string path) => LanguageCatalog.Detect(path, "") is { } language && LanguageCatalog.IsCode(language);

    private static IEnumerable<T> Spread<T>(IReadOnlyList<T> items, int most)
    {
        int count = Math.Min(most, items.Count);
        return Enumerable.Range(0, count).Select(i => items[(int)((long)i * items.Count / count)]);
    }

    [GeneratedRegex(@"(^|/)(buildSrc|tests?|specs?|__tests__|testing|testdata|test_.*|[^/]*[._-]tests?|[^/]*Tests?|benchmarks?|bench|examples?|samples?|docs?|demo|fixtures|vendor|third_party)/|(^|/)[^/]*([._-](test|spec)\.|Tests?\.|_test\.|Spec\.)[^/]*$|(^|/)test_[^/]*$|\.d\.ts$|\.min\.js$|\.g\.cs$|\.Designer\.cs$|AssemblyInfo|(^|/)(CMakeLists\.txt|Makefile|meson\.build|build\.sbt|[^/]*\.gradle(\.kts)?|[^/]*\.cmake|mix\.exs|Package\.swift|setup\.py|conf\.py|Gemfile|Rakefile|Podfile|Fastfile|Vagrantfile|Dangerfile|[^/]*\.(gemspec|podspec|rockspec|sbt|psd1)|build\.(zig|rs|mill)|rebar\.config)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Aside();
}
