using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Reads the lines of a long query: an issue, a commit message, a ticket, a pasted trace.</summary>
internal static partial class QueryLines
{
    private const int MaxHeadingWords = 5;

    // Longer lines are known by their beginning, which no pattern takes long to match.
    private const int MaxLineLength = 400;

    // Never slow, so that none needs a clock, by which a query would fail on a busy machine.
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Indent = "    ";

    // What the headings of templates are made of; a heading of other words too is the author's own.
    private static readonly HashSet<string> s_templateWords = DataTable.Rows("template-words.tsv").Select(row => row[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] s_environmentWords = ["version", "versions", "environment", "system", "platform", "os", "dependencies", "packages", "installed"];

    /// <summary>The lines that hold anything, in order.</summary>
    /// <param name="text">The query.</param>
    public static List<(Range Line, QueryLineKind Kind)> Of(string text)
    {
        List<(Range Line, QueryLineKind Kind)> lines = [];
        (bool isFenced, bool isComment, bool isEnvironment) = (false, false, false);
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            string line = Beginning(text[range]).TrimEnd(), words = line.TrimStart();
            if (words.Length == 0)
            {
                continue;
            }

            bool isFence = words.StartsWith("```", StringComparison.Ordinal) || words.StartsWith("~~~", StringComparison.Ordinal);
            bool opensComment = words.StartsWith("<!--", StringComparison.Ordinal);
            bool isHeading = !isFenced && IsHeading(words);
            isEnvironment = isHeading ? IsTemplate(words) && HasEnvironmentWord(words) : isEnvironment;
            QueryLineKind kind = isComment || opensComment || isFence || (isEnvironment && lines.Count > 0) || (isHeading && IsTemplate(words))
                ? QueryLineKind.Noise
                : KindOf(line, words, isFenced);
            isFenced ^= isFence;
            isComment = (isComment || opensComment) && !words.Contains("-->", StringComparison.Ordinal);
            lines.Add((range, kind));
        }

        return lines;
    }

    private static string Beginning(string line) => line.Length <= MaxLineLength ? line : line[..MaxLineLength];

    private static QueryLineKind KindOf(string line, string words, bool isFenced) =>
        FramePattern().IsMatch(words) ? QueryLineKind.Frame
        : ErrorPattern().IsMatch(words) ? QueryLineKind.Error
        : NoisePattern().IsMatch(words) || !words.Any(char.IsLetter) ? QueryLineKind.Noise
        : isFenced || line.StartsWith(Indent, StringComparison.Ordinal) || line[0] == '\t' || CodePattern().IsMatch(words) || QuerySymbols.IsCode(words) ? QueryLineKind.Code
        : QueryLineKind.Prose;

    private static bool IsHeading(string words) =>
        (words[0] == '#' || words.EndsWith(':') || (words.StartsWith("**", StringComparison.Ordinal) && words.TrimEnd(':').EndsWith("**", StringComparison.Ordinal)))
        && words.Count(char.IsWhiteSpace) <= MaxHeadingWords;

    private static bool IsTemplate(string words)
    {
        foreach (ValueMatch match in WordPattern().EnumerateMatches(words))
        {
            if (!s_templateWords.Contains(words.Substring(match.Index, match.Length)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasEnvironmentWord(string words) => Array.Exists(s_environmentWords, word => words.Contains(word, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"[\p{L}\p{N}]+", Linear)]
    private static partial Regex WordPattern();

    // File "a.py", line 3, in f; at A.B(x) in c.cs:line 3; at f (a.js:3:1); a.rb:3:in f; a.go:3 +0x1; a.py:3: Warning.
    [GeneratedRegex(@"^File "".+"", line \d+|:line \d+|^at \S.*[(:]|^(-+> ?)?[\w./\\~-]+\.\w{1,5}:\d+(:|\b)|^#\d+ .* at \S+:\d+", Linear)]
    private static partial Regex FramePattern();

    [GeneratedRegex(@"^(E\s+)?([\w.]+\.)?\w*(Error|Exception|Warning|Panic|panic|Failure)\b[\w. ]{0,40}:\s", Linear)]
    private static partial Regex ErrorPattern();

    // Imports, a name and its version, lines of a file tree, the head of a trace.
    [GeneratedRegex(@"^(>>> |\.\.\. )?(import\s|from\s+\S+\s+import\b|#include\b|using\s+[\w.]+;|use\s+[\w:]+|(const|var|let)\s.*\brequire\()|^[-*\s]*([\w .()/-]{1,40}?(:|==|=)|[\w.-]+\s)\s*v?\d+(\.\d+)+\S*$|[├└│]|^Traceback \(", Linear)]
    private static partial Regex NoisePattern();

    [GeneratedRegex(@"^(>>>|\.\.\.|\$ |In \[|Out\[|-->|->)", Linear)]
    private static partial Regex CodePattern();
}
