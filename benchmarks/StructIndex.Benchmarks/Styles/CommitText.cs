using System.Text.RegularExpressions;

namespace StructIndex.Benchmarks;

/// <summary>What a commit says about the code, without what conventions and servers put around it.</summary>
internal static partial class CommitText
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;
    private const int MaxCharacters = 4000;

    /// <summary>The subject: no ticket numbers, no <c>fix(core):</c>, no tags.</summary>
    public static string Subject(string subject) =>
        Spaces().Replace(Numbers().Replace(SubjectLinks().Replace(Conventional().Replace(Tags().Replace(subject.Trim(), ""), ""), ""), " "), " ").Trim(' ', '-', ':', ';', ',', '.');

    /// <summary>Whether a subject is about the code, and not about the repository, its tests or its prose.</summary>
    public static bool IsAboutCode(string subject) => WordCount(Subject(subject)) >= 4 && !Housekeeping().IsMatch(subject);

    /// <summary>The paragraphs after the subject without signatures, trailers, links and pasted quotes of other commits; empty when nothing is left.</summary>
    public static string Body(string body)
    {
        IEnumerable<string> lines = body.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => !Trailer().IsMatch(line));
        string text = Blanks().Replace(Links().Replace(string.Join('\n', lines), ""), "\n\n").Trim();
        return WordCount(text) < 8 || QuotedCommits().IsMatch(text) ? "" : text.Length > MaxCharacters ? text[..MaxCharacters] : text;
    }

    private static int WordCount(string text) => Word().Count(text);

    [GeneratedRegex(@"^(\[[^\]]{1,40}\]\s*|:[a-z_]+:\s*|[A-Z]{2,}-\d+:?\s+|#\d+:?\s+)+", Linear)]
    private static partial Regex Tags();

    [GeneratedRegex(@"^(feat|fix|perf|refactor|chore|build|style|ci|docs|test|hotfix|bugfix|feature)(\([^)]*\))?!?\s*:\s*", Linear)]
    private static partial Regex Conventional();

    [GeneratedRegex(@"\s*[\[(]?((fix(es|ed)?|closes?|closed|resolves?|refs?|see|issue|bug|related to|gh)[ :]*)?(#|GH-)\d+[\])]?[.,:;]?\s*", Linear)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b(merge|bump|release[sd]?|version|changelog|typos?|lint(er|ing)?|format(ting|ted)?|prettier|docs?|documentation|readme|reverts?|spelling|whitespace|copyright|license|codegen|regenerate|benchmarks?|ci|nit|nits|clippy|rubocop|warnings?|xml ?docs?|comments?|tests?|specs?|unused|javadocs?|documents?|documented|reword|sonar(qube)?|cleanup|clean up|dependenc(y|ies)|upgrade|phpdoc|docblocks?|typings?|grammar|wip|dialyzer|ormolu|gofmt|rustfmt|translations?|i18n)\b", Linear)]
    private static partial Regex Housekeeping();

    [GeneratedRegex(@"^\s*((signed-off|co-authored|reviewed|acked|tested|reported|suggested|helped|approved|cc|authored|submitted|committed)(-by)?|change-id|git-svn-id|reviewed-on|trybot-result|auto-submit|commit-queue|run-trybot|piperorigin-revid|bug|fixe?[sd]?|closes?d?|resolves?|refs?|see( also)?|fixes issue|part of|related( to)?|updates|for|test plan|differential revision|changelog(-\w+)?|pull request|pr-url|release notes?|backports?|link)\s*:?\s*(#|gh-|https?:|[\w./-]+#\d|golang/|\S+@|[\w .'-]+ <|\(?cherry).*$|^\s*(signed-off-by|co-authored-by|reviewed-by|change-id|git-svn-id|reviewed-on|tryBot-result|lucI-trybot-result|piperorigin-revid|acked-by|tested-by|reported-by|\(cherry picked).*$|^(---|\*\*\*|___).*$|^\s*[*-] (fix(up)?|update|address|apply|format|lint|typo|merge|rebase|wip)\W.{0,30}$", Linear)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"https?://\S+", Linear)]
    private static partial Regex Links();

    [GeneratedRegex(@"\(?((fix(es|ed)?|closes?|closed|resolves?|refs?|see)\s*:?\s*)?https?://\S+", Linear)]
    private static partial Regex SubjectLinks();

    [GeneratedRegex(@"this reverts commit|^squashed commit|commit [0-9a-f]{40}|\nauthor:", Linear)]
    private static partial Regex QuotedCommits();

    [GeneratedRegex(@"\n\s*\n(\s*\n)*", Linear)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s+", Linear)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[A-Za-z][\w.`<>-]*", Linear)]
    private static partial Regex Word();
}
