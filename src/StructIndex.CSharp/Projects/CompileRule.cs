namespace StructIndex;

/// <summary>One <c>Compile</c> item of a project, in the order of the file: what it adds, or takes away.</summary>
/// <param name="Includes">Whether the globs add files; otherwise they remove them.</param>
/// <param name="Globs">Absolute globs with <c>/</c>.</param>
/// <param name="Excludes">Absolute globs that this item leaves out.</param>
internal sealed record CompileRule(bool Includes, IReadOnlyList<string> Globs, IReadOnlyList<string> Excludes)
{
    /// <summary>Whether a project with these rules compiles the file.</summary>
    public static bool Compiles(IReadOnlyList<CompileRule> rules, string path)
    {
        for (int i = rules.Count - 1; i >= 0; i--)
        {
            CompileRule rule = rules[i];
            if (rule.Globs.Any(glob => PathGlob.Matches(glob, path)) && !rule.Excludes.Any(glob => PathGlob.Matches(glob, path)))
            {
                return rule.Includes;
            }
        }

        return false;
    }
}
