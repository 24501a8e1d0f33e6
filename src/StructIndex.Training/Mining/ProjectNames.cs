using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// One project has many package names: <c>python3-flask</c>, <c>flask</c>, <c>golang-github-go-chi-chi-dev</c>. This finds the project
/// behind them.
/// </summary>
internal static partial class ProjectNames
{
    /// <summary>The name without the marks of a package system.</summary>
    public static string Of(string package)
    {
        string name = package.ToLowerInvariant().Replace('_', '-').TrimStart('@');
        name = name[(name.LastIndexOfAny(['/', '+']) + 1)..];
        if (name.StartsWith("lib", StringComparison.Ordinal) && name.EndsWith("-java", StringComparison.Ordinal))
        {
            name = name[3..];
        }

        string shorter = Suffix().Replace(Prefix().Replace(name, ""), "");
        return shorter.Length > 0 ? shorter : name;
    }

    /// <summary>
    /// Whether a package is of one of the projects. A Go package names its owner too, so there the end of its name decides.
    /// </summary>
    public static bool IsOneOf(string package, IReadOnlySet<string> projects)
    {
        string name = Of(package);
        if (projects.Contains(name) || projects.Contains(package.ToLowerInvariant()))
        {
            return true;
        }

        return package.StartsWith("golang-", StringComparison.Ordinal) && projects.Any(p => name.EndsWith("-" + p, StringComparison.Ordinal));
    }

    /// <summary>A set of projects to look names up in.</summary>
    public static IReadOnlySet<string> Set(IEnumerable<string> projects) =>
        projects.SelectMany(p => (string[])[Of(p), p.ToLowerInvariant()]).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("^(src-|python3?-|golang-|librust-|node-|libjs-|ruby-|php-|haskell-|elixir-)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(-dev|-java|-source|-doc|-clojure|[-.]?\d+(\.\d+)*(-dev)?)+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Suffix();
}
