namespace StructIndex;

/// <summary>One <c>Compile</c> item of a project, in the order of the file: what it adds, or takes away.</summary>
/// <param name="includes">Whether the globs add files; otherwise they remove them.</param>
/// <param name="globs">Absolute globs with <c>/</c>.</param>
/// <param name="excludes">Absolute globs that this item leaves out.</param>
internal sealed class CompileRule(bool includes, IEnumerable<string> globs, IEnumerable<string> excludes)
{
    private readonly PathGlob[] _globs = [.. globs.Select(glob => new PathGlob(glob))];
    private readonly PathGlob[] _excludes = [.. excludes.Select(glob => new PathGlob(glob))];

    /// <summary>Whether a project with these rules compiles the file.</summary>
    /// <param name="rules">The rules; the last that speaks of the file decides.</param>
    /// <param name="path">Absolute path of the file with <c>/</c>.</param>
    /// <param name="work">What the comparisons are taken from.</param>
    public static bool Compiles(IReadOnlyList<CompileRule> rules, string path, WorkBudget work)
    {
        for (int i = rules.Count - 1; i >= 0; i--)
        {
            if (rules[i].Takes(path, work))
            {
                return rules[i].Includes;
            }
        }

        return false;
    }

    private bool Includes => includes;

    private bool Takes(string path, WorkBudget work) => AnyMatches(_globs, path, work) && !AnyMatches(_excludes, path, work);

    private static bool AnyMatches(PathGlob[] globs, string path, WorkBudget work)
    {
        foreach (PathGlob glob in globs)
        {
            if (glob.Matches(path, work))
            {
                return true;
            }
        }

        return false;
    }
}
