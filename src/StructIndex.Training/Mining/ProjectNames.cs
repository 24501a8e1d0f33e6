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
        return projects.Overlaps(Names(package))
            || (package.StartsWith("golang-", StringComparison.Ordinal) && projects.Any(p => name.EndsWith("-" + p, StringComparison.Ordinal)));
    }

    /// <summary>A set of projects to look names up in.</summary>
    public static IReadOnlySet<string> Set(IEnumerable<string> projects) => projects.SelectMany(Names).ToHashSet(StringComparer.Ordinal);

    // A repository often bears its language (abseil-cpp) where the package does not, and the reverse.
    private static string[] Names(string name) => [name.ToLowerInvariant(), Of(name), WithoutLanguage(Of(name))];

    private static string WithoutLanguage(string name) => Language().Match(name) is { Success: true, Index: > 0 } mark ? name[..mark.Index] : name;

    [GeneratedRegex(@"[-.](cpp|cxx|csharp|dotnet|net|java|kotlin|js|ts|py|python|go|rs|rust|rb|ruby|php|swift|scala|hs|haskell|ex|elixir|lua|nvim)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Language();

    [GeneratedRegex("^(src-|python3?-|golang-|librust-|node-|libjs-|ruby-|php-|haskell-|elixir-)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(-dev|-java|-source|-doc|-clojure|[-.]?\d+(\.\d+)*(-dev)?)+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Suffix();
}
